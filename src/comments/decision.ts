import { createHash } from 'node:crypto';
import type { Status } from './comment.ts';

/** Who acts where no moderator does: whoever holds the private link of the comment. */
export const itsAuthor = 'author';

/** One act on one comment, a moderator's or its author's: an entry of the log. It holds nobody's words, name or address. */
export interface Decision {
  /** 1, 2, 3 and so on, without gaps. */
  readonly number: number;
  /** The act it is part of: all comments that were decided on by one press of a button. */
  readonly batch: string;
  readonly commentId: string;
  /** Or `itsAuthor`. */
  readonly moderatorId: string;
  readonly from: Status;
  readonly to: Status;
  /** Since when it stood so, and stands as it does now, by a decision; null: by none. An undo puts the first one back. */
  readonly decidedBefore: number | null;
  readonly decidedAfter: number | null;
  /** Why it stood where it stood: the name of the rule that held it, or `hand`; null where neither did. */
  readonly rule: string | null;
  /** What was done to it beside moving it, or null. */
  readonly act: 'erase' | 'edit' | 'reply' | 'explain' | null;
  /** The batch that this one undoes, or null. */
  readonly undoes: string | null;
  /** Epoch milliseconds, later than any entry of an earlier batch. */
  readonly at: number;
  /** SHA-256 over this entry and the hash of the one before, base64url: whoever changes one has to change all after it. */
  readonly hash: string;
}

export type NewDecision = Omit<Decision, 'number' | 'hash'>;

/** Which entries of the log to show; null for all. */
export interface LogFilter {
  readonly moderatorId: string | null;
  readonly commentId: string | null;
}

/** What the core asks of the log; entries are only ever added. */
export interface DecisionStore {
  /** Inside a transaction: until its end nobody else adds to the log. */
  alone(): Promise<void>;
  last(): Promise<Decision | undefined>;
  add(decisions: readonly Decision[]): Promise<void>;
  ofBatch(batch: string): Promise<readonly Decision[]>;
  /** Newest first: `limit` entries older than the number `before` (from the newest when null). */
  page(before: number | null, limit: number, filter: LogFilter): Promise<readonly Decision[]>;
  /** Oldest first: `limit` entries after the number `after`. */
  after(after: number, limit: number): Promise<readonly Decision[]>;
}

/** Numbers the entries and chains them to the last one. */
export function chained(entries: readonly NewDecision[], last: Decision | undefined): readonly Decision[] {
  const chain: Decision[] = [];
  for (const entry of entries) {
    const before = chain.at(-1) ?? last;
    const number = (before?.number ?? 0) + 1;
    chain.push({ ...entry, number, hash: hashOf({ ...entry, number }, before) });
  }
  return chain;
}

/** Whether an entry is the one that was written after `before`, unchanged. */
export function isUntouched(decision: Decision, before: Decision | undefined): boolean {
  return decision.number === (before?.number ?? 0) + 1 && decision.hash === hashOf(decision, before);
}

function hashOf(entry: Omit<Decision, 'hash'>, before: Decision | undefined): string {
  const { number, batch, commentId, moderatorId, from, to, decidedBefore, decidedAfter, undoes, at } = entry;
  const where = [commentId, from, to, decidedBefore, decidedAfter];
  // Entries of earlier versions had neither, and keep their hashes.
  const why = entry.rule === null && entry.act === null ? [] : [entry.rule, entry.act];
  const content = [before?.hash ?? '', number, batch, moderatorId, undoes, at, ...where, ...why];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
