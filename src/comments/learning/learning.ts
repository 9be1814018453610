import type { Comment } from '../comment.ts';
import type { Counts } from './bayes.ts';

/** What a moderator can teach. */
export type Kind = keyof Counts;

/** A comment as the filter may learn from it. */
export interface Example {
  readonly comment: Comment;
  /** When a moderator last decided on it; null: nobody did. */
  readonly decidedAt: number | null;
  /** As what it was learned from; null: it was not. */
  readonly learned: Kind | null;
}

/** How far the log of decisions was read, and since when. */
export interface Progress {
  /** Number of the last decision that was read. */
  readonly position: number;
  /** Decisions of this moment, or before it, are forgotten: epoch milliseconds, 0 where none are. */
  readonly since: number;
  /** Epoch milliseconds; null: it was never reset. */
  readonly resetAt: number | null;
}

/** A token that every comment has: its counts are those of all comments, read together with the others. */
export const everything = '';

/** What the filter knows: counts of tokens, and which comments they come from. No text is kept here. */
export interface LearningStore {
  /** Inside a transaction: until its end nobody else teaches. */
  alone(): Promise<void>;
  progress(): Promise<Progress>;
  moveTo(position: number): Promise<void>;
  examples(ids: readonly string[]): Promise<readonly Example[]>;
  /** Remembers as what the comments were learned from; null forgets it. */
  mark(ids: readonly string[], kind: Kind | null): Promise<void>;
  /** Adds differences, above or below 0; no count falls below 0, and what was counted away is gone. */
  add(differences: ReadonlyMap<string, Counts>, at: number): Promise<void>;
  /** Those that are known, by one statement for a comment, and as a rule for a page of them. */
  countsOf(tokens: readonly string[]): Promise<ReadonlyMap<string, Counts>>;
  /** Tokens of which one kind has a larger share than the other, the largest difference first. */
  telling(kind: Kind, all: Counts, limit: number): Promise<ReadonlyMap<string, Counts>>;
  /** Different tokens that are known. */
  size(): Promise<number>;
  /** Forgets everything, to go on from there. */
  clear(progress: Progress): Promise<void>;
}
