import type { Status } from './comment.ts';
import type { Decision, DecisionStore } from './decision.ts';
import type { QueueStore } from './queue.ts';

/** What was decided since a listener heard of it last, oldest first, and how many comments stand where by now. */
export interface News {
  readonly decided: readonly Decision[];
  readonly counts: Readonly<Record<Status, number>>;
}

export interface Listener {
  hear(news: News): Promise<void>;
  /** There is no more to hear. */
  end(): void;
}

export interface NewsParts {
  readonly decisions: Pick<DecisionStore, 'last' | 'after'>;
  readonly queue: Pick<QueueStore, 'countByStatus'>;
}

export type Newsroom = ReturnType<typeof createNewsroom>;

/** More would be more than one process should keep open; whoever comes then reloads the page to see what is new. */
const mostListeners = 200;
/** Decisions told at once: the rest of a large act follows with the next looks. */
const mostDecided = 2_000;

/**
 * Tells open pages what moderators decide, in whichever process they do: the log is one for all of them. Somebody has
 * to `look` now and then; while nobody listens a look costs nothing.
 */
export function createNewsroom({ decisions, queue }: NewsParts) {
  /** Each with the number of the last decision it has heard of. */
  const listeners = new Map<Listener, number>();
  let ended = false;
  let looking = false;

  /** From the decision after number `after` on; gives the way to stop, or null when there is no room. */
  function listen(listener: Listener, after: number): (() => void) | null {
    if (ended || listeners.size >= mostListeners) return null;
    listeners.set(listener, after);
    return () => void listeners.delete(listener);
  }

  async function look(): Promise<void> {
    if (looking || listeners.size === 0) return;
    looking = true;
    try {
      const last = (await decisions.last())?.number ?? 0;
      const counts = await queue.countByStatus();
      for (const [after, group] of Map.groupBy([...listeners], ([, heard]) => Math.min(heard, last)))
        await tell(
          group.map(([listener]) => listener),
          after,
          last,
          counts,
        );
    } finally {
      looking = false;
    }
  }

  async function tell(group: readonly Listener[], after: number, last: number, counts: News['counts']): Promise<void> {
    const decided = after < last ? await decisions.after(after, mostDecided) : [];
    const heard = decided.at(-1)?.number ?? after;
    for (const listener of group) if (listeners.has(listener)) listeners.set(listener, heard);
    await Promise.all(group.map((listener) => listener.hear({ decided, counts })));
  }

  /** Lets everybody go, and takes nobody any more. */
  function end(): void {
    ended = true;
    for (const listener of listeners.keys()) listener.end();
    listeners.clear();
  }

  return { listen, look, end };
}
