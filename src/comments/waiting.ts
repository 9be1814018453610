import type { Comment } from './comment.ts';
import { keptFor } from './kept.ts';
import { percentile } from './percentile.ts';
import { hourMs } from './tally.ts';

/** Where a waiting comment stands, as its author is told. */
export interface Place {
  /** Comments that wait and came before it, as far as they are counted. */
  readonly before: number;
  /** Whether there are more of them than were counted. */
  readonly more: boolean;
  /** What is usual here, and whether this one waits longer already; null where too few were decided on to say. */
  readonly usual: (Usual & { readonly exceeded: boolean }) | null;
}

export interface Usual {
  /** Milliseconds within which most are decided on, rounded up; null: more than a week. */
  readonly within: number | null;
}

/** What the core asks of storage to tell authors how long it takes. */
export interface WaitingStore {
  /** How many wait that came before each of these comments; stops counting at `most`. One statement. */
  before(ids: readonly string[], most: number): Promise<ReadonlyMap<string, number>>;
  /**
   * How long those that were held and then approved had waited, in milliseconds: the last `most` that were first decided
   * on at or after `since`, of the decisions that were not undone.
   */
  waits(since: number, most: number): Promise<readonly number[]>;
}

export type PlacesOf = (comments: readonly Comment[]) => Promise<ReadonlyMap<string, Place>>;

const dayMs = 24 * hourMs;
const minuteMs = 60_000;

const mostCounted = 100;
/** What is usual is read from so many decisions of the last 90 days, once a minute, and not said below so many. */
const sample = 200;
const fewest = 10;
const lately = 90 * dayMs;
const most = 0.8;
/** A time that people can plan with: an hour, three, a day, three, a week. */
const steps = [hourMs, 3 * hourMs, dayMs, 3 * dayMs, 7 * dayMs] as const;

/** Tells authors where their waiting comments stand; costs nothing where there are none. */
export function createPlaces({ store, now }: { readonly store: WaitingStore; readonly now: () => number }): PlacesOf {
  // Approved ones alone: a wave of spam that is cleared by one press would set the time of everybody else.
  const usual = keptFor(minuteMs, now, async () => usualOf(await store.waits(now() - lately, sample)));

  return async (comments) => {
    if (comments.length === 0) return new Map();
    const ids = comments.map(({ id }) => id);
    const before = await store.before(ids, mostCounted + 1);
    const known = await usual();
    return new Map(
      comments.map((comment) => [comment.id, placeOf(comment, before.get(comment.id) ?? 0, known, now())]),
    );
  };
}

/** What most of them did not exceed; null where they are too few. */
function usualOf(waits: readonly number[]): Usual | null {
  if (waits.length < fewest) return null;
  const counted = new Map<number, number>();
  for (const wait of waits) counted.set(wait, (counted.get(wait) ?? 0) + 1);
  const wait = percentile(counted, most) ?? 0;
  return { within: steps.find((step) => wait <= step) ?? null };
}

function placeOf({ createdAt }: Comment, before: number, usual: Usual | null, now: number): Place {
  const exceeded = usual?.within != null && now - createdAt > usual.within;
  return { before: Math.min(before, mostCounted), more: before > mostCounted, usual: usual && { ...usual, exceeded } };
}
