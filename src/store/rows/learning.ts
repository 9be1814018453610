import type { Kind } from '../../comments/learning/learning.ts';

/** One row: how far the learning filter has read the log. */
export interface LearningRow {
  readonly id: number;
  readonly position: number;
  readonly since: number;
  readonly reset_at: number | null;
}

export interface LearnedCommentRow {
  readonly id: string;
  readonly kind: Kind;
}

/** In how many comments of each kind a token was met; the empty token counts them all. */
export interface LearnedTokenRow {
  readonly token: string;
  readonly spam: number;
  readonly honest: number;
  readonly learned_at: number;
}
