import { type Channel, type Entry, type Lease, type OutboxStore, waitAfter } from '../comments/outbox.ts';
import type { Told } from '../comments/spreading.ts';
import { Refused } from './refused.ts';

export interface WorkerLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface WorkerParts {
  readonly channel: Channel;
  readonly outbox: OutboxStore;
  /** Throws when it did not go out, `Refused` when it never will. */
  readonly tell: (entry: Entry) => Promise<Told>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newToken: () => string;
  readonly log: WorkerLog;
}

/** Longer than any transport tries: nobody else takes up what is still under way. */
const leaseMs = 2 * 60_000;
/** Entries under way at once. */
const atOnce = 5;

/** Sends what one channel of the outbox holds; several processes may do so beside one another. */
export function createWorker({ channel, outbox, tell, now, newToken, log }: WorkerParts) {
  let last: Promise<void> = Promise.resolve();
  let busy = 0;
  let stopped = false;

  /** Sends everything that is due by now; resolves when all of it was tried once. */
  function deliver(): Promise<void> {
    busy += 1;
    last = last.then(pass).catch(fault);
    return last.finally(() => {
      busy -= 1;
    });
  }

  /** The same, unless it is at it. */
  function wake(): void {
    if (busy === 0) void deliver();
  }

  async function pass(): Promise<void> {
    for (;;) {
      const at = now();
      const lease: Lease = { token: newToken(), now: at, until: at + leaseMs, limit: atOnce };
      const entries = stopped ? [] : await outbox.claim(channel, lease);
      if (entries.length === 0) return;
      await Promise.all(entries.map((entry) => attempt(entry, lease).catch(fault)));
    }
  }

  async function attempt(entry: Entry, lease: Lease): Promise<void> {
    try {
      // Whoever had it before ended without a word, and that as often as it may be tried.
      if (waitAfter(entry.attempts - 1) === null) throw new Refused('It was tried too often without an answer.');
      const told = await tell(entry);
      if (told === 'sent') await outbox.settle(entry.id, lease, now());
      else await outbox.forgo(entry.id, lease);
    } catch (error) {
      await postpone(entry, lease, error);
    }
  }

  async function postpone({ id, occasion, attempts }: Entry, lease: Lease, error: unknown): Promise<void> {
    const wait = error instanceof Refused ? null : waitAfter(attempts);
    const at = now();
    const reason = reasonOf(error);
    // The log holds nobody's address; the mail server's words often do.
    const what = { channel, occasion, id, attempts, reason: reason.replace(/[^\s<>]+@[^\s<>]+/g, '…@…') };
    if (wait === null) log.error(what, 'A notification was given up; moderators see it at /moderation/outbox.');
    else log.warn(what, 'A notification did not go out, and will be tried again.');
    await outbox.postpone(id, lease, { at, dueAt: wait === null ? null : at + wait, error: reason });
  }

  /** The database is away: what was leased comes up again by itself. */
  const fault = (error: unknown): void => {
    if (!stopped) log.error({ channel, err: error }, 'The outbox cannot be worked on just now.');
  };

  /** Takes up nothing more; resolves when what is under way has ended. */
  async function stop(): Promise<void> {
    stopped = true;
    await last;
  }

  return { deliver, wake, stop };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
