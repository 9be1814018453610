/**
 * What the guard counts. `held` and `refused` are counted under the name of the rule or limit, `network` under the keyed
 * hash of the network a wrong answer came from.
 */
export const counted = [
  'issued',
  'passed',
  'wrong',
  'malformed',
  'expired',
  'unknown',
  'too-fast',
  'excused',
  'published',
  'held',
  'refused',
  'network',
] as const;
export type Counted = (typeof counted)[number];

export interface Count {
  /** Epoch milliseconds of the hour's start. */
  readonly hour: number;
  readonly what: Counted;
  /** Empty where there is none. */
  readonly key: string;
  readonly count: number;
}

export interface TallyStore {
  /** Adds to what is there, all or nothing. */
  add(counts: readonly Count[]): Promise<void>;
  /** Counts of all hours from `since` on. */
  since(since: number): Promise<readonly Count[]>;
  /** The sum of one count from the hour `since` on. */
  total(what: Counted, key: string, since: number): Promise<number>;
}

export interface Tally {
  /** Counts one; never throws, never waits. */
  count(what: Counted, key?: string): void;
  /** Writes what was counted since the last time; what cannot be written is kept for the next. */
  flush(): Promise<void>;
}

export const hourMs = 3_600_000;
/** Different counts held in memory: more networks than that are counted together. */
const most = 2_000;

/** Counts in memory, so that reading a page never waits for it; a crash loses what was not yet written. */
export function createTally({ store, now }: { readonly store: TallyStore; readonly now: () => number }): Tally {
  let counts = new Map<string, Count>();

  function add(given: Count): void {
    const named = [given.hour, given.what, given.key].join(' ');
    const crowded = given.what === 'network' && counts.size >= most && !counts.has(named);
    const count = crowded ? { ...given, key: 'other' } : given;
    const id = crowded ? `${given.hour} network other` : named;
    counts.set(id, { ...count, count: (counts.get(id)?.count ?? 0) + count.count });
  }

  let flushing: Promise<void> = Promise.resolve();
  async function write(): Promise<void> {
    if (counts.size === 0) return;
    const written = counts;
    counts = new Map();
    try {
      await store.add([...written.values()]);
    } catch (error) {
      for (const count of written.values()) add(count);
      throw error;
    }
  }

  return {
    count(what, key = '') {
      const time = now();
      add({ hour: time - (time % hourMs), what, key, count: 1 });
    },
    flush() {
      flushing = flushing.catch(() => undefined).then(write);
      return flushing;
    },
  };
}

/** Counts in each of them; only the first is written. */
export function bothTallies(first: Tally, second: Pick<Tally, 'count'>): Tally {
  return {
    count(what, key) {
      first.count(what, key);
      second.count(what, key);
    },
    flush: () => first.flush(),
  };
}
