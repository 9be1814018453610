import type { Transaction } from '../store.ts';
import { featuresOf, type Keyed, type Writing } from './features.ts';
import type { LearningStore } from './learning.ts';
import { settle, unlearn } from './lesson.ts';

export interface TrainingParts {
  readonly transaction: Transaction;
  readonly keyed: Keyed;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The learning store of a transaction under way. */
type Within = { readonly learning: LearningStore };

/** Decisions of one transaction: a post that comes meanwhile waits for a few milliseconds. */
const atOnce = 25;

/** How the filter learns, and forgets. The log of decisions is its only teacher. */
export function createTraining({ transaction, keyed, now }: TrainingParts) {
  const read = (writing: Writing): readonly string[] => featuresOf(writing, keyed);
  let reading: Promise<void> = Promise.resolve();
  let closed = false;

  /** Learns from the decisions since the last time, in whichever process; a step that fails is tried again next time. */
  function catchUp(steps = Number.POSITIVE_INFINITY): Promise<void> {
    reading = reading.catch(() => undefined).then(() => readOn(steps));
    return reading;
  }

  async function readOn(steps: number): Promise<void> {
    for (let step = 0; step < steps && !closed; step += 1) {
      if (!(await readSome())) return;
      // Requests get their turn.
      await new Promise(setImmediate);
    }
  }

  /** Gives whether there may be more. */
  async function readSome(): Promise<boolean> {
    return transaction(async (stores) => {
      await stores.learning.alone();
      const { position } = await stores.learning.progress();
      const entries = await stores.decisions.after(position, atOnce);
      const last = entries.at(-1);
      if (!last) return false;
      await settle(stores.learning, [...new Set(entries.map(({ commentId }) => commentId))], read, now());
      await stores.learning.moveTo(last.number);
      return entries.length === atOnce;
    });
  }

  /**
   * For whoever erases or changes a text, before doing so and in the same transaction: what was learned from it is taken
   * back. The entry in the log of what was done lets it be learned as it is then.
   */
  async function forget({ learning }: Within, ids: readonly string[]): Promise<void> {
    await learning.alone();
    await unlearn(learning, ids, read, now());
  }

  /** Forgets everything; from now on only new decisions teach. */
  async function reset(): Promise<void> {
    await transaction(async (stores) => {
      await stores.learning.alone();
      const last = await stores.decisions.last();
      await stores.learning.clear({ position: last?.number ?? 0, since: last?.at ?? 0, resetAt: now() });
    });
  }

  /** Resolves once the step under way is done; no other follows. */
  async function close(): Promise<void> {
    closed = true;
    await reading.catch(() => undefined);
  }

  return { catchUp, forget, reset, close };
}
