import type { ErasureRequest } from '../../comments/erasure-request.ts';

/** A private link of an author to one comment. */
export interface ReceiptRow {
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly comment_id: string;
  readonly created_at: number;
  /** 0 or 1: whether it was sent to the comment's own address. */
  readonly proven: number;
}

/** What a moderator told the author. */
export interface ExplanationRow {
  readonly comment_id: string;
  readonly text: string;
}

export interface ErasureRequestRow {
  readonly id: string;
  /** The comment by whose link it was asked. */
  readonly comment_id: string;
  /** Lower case: everything under it is meant; null: that comment alone. */
  readonly email: string | null;
  readonly asked_at: number;
  readonly state: ErasureRequest['state'];
  readonly settled_at: number | null;
}
