import type { Status } from './comment.ts';
import type { Counted } from './tally.ts';
import type { Thread } from './thread.ts';

/** How many days can be looked at, today among them. Days are those of UTC. */
export const ranges = [7, 30, 90] as const;
export type Range = (typeof ranges)[number];

/** From one moment to another, in epoch milliseconds, the second not included. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** How far back the guard's counts go, in days. */
export const verdictDays = 8;

export interface StatisticsStore {
  /** What came in: written by visitors, and not erased. An article may come more than once. */
  received(span: Span): Promise<readonly Received[]>;
  /**
   * What was first decided on, by where it stands and how long it had waited; undone decisions are none. The same of both
   * may come more than once.
   */
  decided(span: Span): Promise<readonly Decided[]>;
  threads(keys: readonly string[]): Promise<readonly Thread[]>;
}

export interface Received {
  readonly threadKey: string;
  readonly received: number;
  /** Those that were not published at once. */
  readonly held: number;
}

export interface Decided {
  readonly status: Status;
  /** Null where it had been published at once. */
  readonly minutes: number | null;
  readonly comments: number;
}

/** What came in and what was decided. Each comment counts once in either; decided, by where it stands now. */
export interface Counts {
  readonly received: number;
  /** Of those received: published at once, and not. */
  readonly atOnce: number;
  readonly held: number;
  /** By hand. */
  readonly approved: number;
  readonly spam: number;
  readonly trash: number;
}

export interface Sums extends Counts {
  /** Minutes from receiving what was held to the first decision on it; null where there was none. */
  readonly median: number | null;
  readonly ninetieth: number | null;
}

export interface Statistics {
  /** Oldest first, without gaps; `day` is its first moment, in epoch milliseconds. */
  readonly days: readonly (Sums & { readonly day: number })[];
  readonly total: Sums;
  /** The ten that received most, most first. */
  readonly articles: readonly { readonly thread: Thread; readonly received: number; readonly held: number }[];
  /** As far as the guard's counts are kept, most first; by their names and, where a rule or limit is named, its name. */
  readonly verdicts: readonly { readonly what: Counted; readonly key: string; readonly count: number }[];
}
