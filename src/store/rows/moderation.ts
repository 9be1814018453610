import type { Status } from '../../comments/comment.ts';
import type { Effect, Kind } from '../../comments/list-entry.ts';

/** A text that a moderator, or its author, replaced. */
export interface EditRow {
  readonly comment_id: string;
  readonly batch: string;
  readonly moderator_id: string;
  readonly at: number;
  readonly body: string;
  readonly html: string;
  readonly markup_version: number;
  /** `edited_at` of the comment before and from then on. */
  readonly edited_before: number | null;
  readonly edited_after: number | null;
  /** `edited_by_author` of the comment before. */
  readonly edited_by_author: number;
}

export interface DecisionRow {
  readonly number: number;
  readonly batch: string;
  readonly comment_id: string;
  readonly moderator_id: string;
  readonly from_status: Status;
  readonly to_status: Status;
  readonly decided_before: number | null;
  readonly decided_after: number | null;
  readonly undoes: string | null;
  readonly rule: string | null;
  readonly act: 'erase' | 'edit' | 'reply' | 'explain' | null;
  readonly at: number;
  readonly hash: string;
}

export interface ListEntryRow {
  readonly id: string;
  readonly kind: Kind;
  readonly value: string;
  readonly effect: Effect;
  readonly expires_at: number | null;
  readonly created_at: number;
  /** Id of the moderator. */
  readonly created_by: string;
  readonly removed_at: number | null;
}

export interface SettingRow {
  readonly name: string;
  readonly value: string;
}
