import type { Count, Counted, Tally, TallyStore } from './tally.ts';
import { hourMs } from './tally.ts';

/** Whether wrong answers come from everywhere; open means that strangers are held. */
export interface BreakerState {
  readonly open: boolean;
  /** Within five minutes. */
  readonly wrongLately: number;
  /** Within 24 hours, as the next. */
  readonly wrongToday: number;
  readonly rightToday: number;
}

/** What the guard did in the last 24 hours. */
export interface GuardReport {
  /** The last 24 hours, oldest first, without gaps; `hour` in epoch milliseconds. */
  readonly hours: readonly {
    readonly hour: number;
    readonly issued: number;
    readonly right: number;
    readonly wrong: number;
  }[];
  readonly breaker: BreakerState;
  /** The ten that answer wrong most often, as keyed hashes. */
  readonly networks: readonly { readonly network: string; readonly wrong: number }[];
  /** Most first. */
  readonly held: readonly { readonly rule: string; readonly count: number }[];
  readonly refused: readonly { readonly limit: string; readonly count: number }[];
  readonly published: number;
}

export interface GuardReportParts {
  readonly tally: Tally;
  readonly store: TallyStore;
  readonly breaker: () => Promise<BreakerState>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const hours = 24;
const mostNetworks = 10;

/** Reads the counts of all processes; what this one has not yet written is written first. */
export function createGuardReport({ tally, store, breaker, now }: GuardReportParts): () => Promise<GuardReport> {
  return async () => {
    // What cannot be written now is kept; the rest can be read all the same.
    await tally.flush().catch(() => undefined);
    const time = now();
    const last = time - (time % hourMs);
    const first = last - (hours - 1) * hourMs;
    const counts = await store.since(first);
    const sum = sumsOf(counts);
    return {
      hours: Array.from({ length: hours }, (_each, at) => hourOf(counts, first + at * hourMs)),
      breaker: await breaker(),
      networks: sum('network')
        .slice(0, mostNetworks)
        .map(([network, wrong]) => ({ network, wrong })),
      held: sum('held').map(([rule, count]) => ({ rule, count })),
      refused: sum('refused').map(([limit, count]) => ({ limit, count })),
      published: sum('published')[0]?.[1] ?? 0,
    };
  };
}

function hourOf(counts: readonly Count[], hour: number): GuardReport['hours'][number] {
  const count = (what: Counted): number =>
    counts.find((each) => each.hour === hour && each.what === what && each.key === '')?.count ?? 0;
  return { hour, issued: count('issued'), right: count('passed'), wrong: count('wrong') };
}

/** Sums by key, largest first. */
export function sumsOf(counts: readonly Count[]): (what: Counted) => readonly (readonly [string, number])[] {
  return (what) => {
    const sums = new Map<string, number>();
    for (const count of counts) if (count.what === what) sums.set(count.key, (sums.get(count.key) ?? 0) + count.count);
    return [...sums].sort(([oneKey, one], [otherKey, other]) => other - one || (oneKey < otherKey ? -1 : 1));
  };
}
