import { chained, type Decision, type DecisionStore, isUntouched, type LogFilter } from './decision.ts';
import type { Standing, Stores, Transaction } from './store.ts';
import type { Telling } from './telling.ts';

/** What an act changed, to be written into the log. */
export interface Act {
  readonly changes: readonly Change[];
  readonly moderatorId: string;
  /** The batch it undoes, or null. */
  readonly undoes: string | null;
  /** What it did beside moving comments from lane to lane, or null. */
  readonly act: Decision['act'];
}

export interface Change {
  readonly before: Standing;
  readonly after: Pick<Standing, 'id' | 'status' | 'decidedAt'>;
}

/** Takes back whatever was learned from comments whose text is about to change or to go, in the same transaction. */
export type Forget = (stores: Stores, ids: readonly string[]) => Promise<void>;

export interface DecisionLogParts {
  readonly decisions: DecisionStore;
  readonly transaction: Transaction;
  readonly perPage: number;
  /** Left out: nothing learns. */
  readonly forget?: Forget | undefined;
  /** Left out where nobody is told. */
  readonly telling?: Pick<Telling, 'decided'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

/** Entries hashed in one turn of the event loop. */
const slice = 500;

/** Carries acts out and writes down what they did, together or not at all. */
export function createDecisionLog({ decisions, transaction, perPage, telling, now, newId }: DecisionLogParts) {
  /**
   * Nobody else decides meanwhile, and no two batches are of one moment: a decision is known by when it was made. Gives
   * what the act gave, and the batch that undoes it; null when it changed nothing.
   */
  async function write<Result extends Act>(
    act: (stores: Stores, at: number, batch: string) => Promise<Result>,
  ): Promise<Result & { readonly batch: string | null }> {
    return transaction(async (stores) => {
      await stores.decisions.alone();
      let last = await stores.decisions.last();
      const at = Math.max(now(), (last?.at ?? 0) + 1);
      const batch = newId();
      const done = await act(stores, at, batch);
      const { changes, moderatorId, undoes, act: kind } = done;
      const entries = changes.map((change) => ({ ...entryOf(change), batch, moderatorId, undoes, act: kind, at }));
      for (let from = 0; from < entries.length; from += slice) {
        const chain = chained(entries.slice(from, from + slice), last);
        await stores.decisions.add(chain);
        last = chain.at(-1);
      }
      await telling?.decided(stores, done);
      return { ...done, batch: changes.length > 0 ? batch : null };
    });
  }

  /** A page of the log, newest first; `next` is the number to go on before. */
  async function page(
    before: number | null,
    filter: LogFilter,
  ): Promise<{ readonly items: readonly Decision[]; readonly next: number | null }> {
    const items = await decisions.page(before, perPage + 1, filter);
    return {
      items: items.slice(0, perPage),
      next: items.length > perPage ? (items[perPage - 1]?.number ?? null) : null,
    };
  }

  return { write, page, verify: () => verifyLog(decisions) };
}

/** `rule` says why it stood where it stood: by a rule of screening, or by hand. */
function entryOf({ before, after }: Change) {
  const places = { commentId: before.id, from: before.status, to: after.status };
  const rule = before.decidedAt === null ? before.rule : 'hand';
  return { ...places, decidedBefore: before.decidedAt, decidedAfter: after.decidedAt, rule };
}

/** Walks the whole log; gives how many entries are as they were written, and the number of the first that is not. */
async function verifyLog(decisions: DecisionStore): Promise<{ readonly good: number; readonly broken: number | null }> {
  let before: Decision | undefined;
  for (;;) {
    const entries = await decisions.after(before?.number ?? 0, 1_000);
    for (const entry of entries) {
      const good = before?.number ?? 0;
      if (!isUntouched(entry, before)) return { good, broken: entry.number };
      before = entry;
    }
    if (entries.length === 0) return { good: before?.number ?? 0, broken: null };
  }
}
