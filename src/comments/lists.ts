import { message } from '../messages/message.ts';
import { CommentsError } from './error.ts';
import { type Effect, isSame, type ListEntry, type Wanted } from './list-entry.ts';
import { type ReadPast, type Simulation, simulate } from './simulation.ts';
import type { Stores, Transaction } from './store.ts';

/** What the core asks of storage about the lists. */
export interface ListStore {
  /** Those that are on them, newest first; expired ones too. */
  all(): Promise<readonly ListEntry[]>;
  /** One that was taken off, too. */
  byId(id: string): Promise<ListEntry | undefined>;
  add(entry: ListEntry): Promise<void>;
  /** Takes an entry off (epoch milliseconds) or, with null, puts it back. */
  place(id: string, removedAt: number | null): Promise<void>;
  /** Comments to try an entry on. */
  readonly past: ReadPast;
}

export interface ListParts {
  readonly lists: ListStore;
  readonly transaction: Transaction;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

export type Lists = ReturnType<typeof createLists>;

/** Most entries; each costs every comment a little. */
const most = 1_000;

/** What moderators do with the lists. Nothing here is for good: what was taken off can be put back. */
export function createLists({ lists, transaction, now, newId }: ListParts) {
  /**
   * Puts an entry on the lists, in the place of one that has expired.
   * @throws CommentsError `invalid` when it is there already, or the lists are full.
   */
  async function add(
    entry: Wanted & { readonly effect: Effect; readonly lastsMs: number | null },
    moderatorId: string,
  ): Promise<ListEntry> {
    const { lastsMs, ...rest } = entry;
    return changing(async (stores) => {
      const at = now();
      const same = await makeRoom(stores, entry, at);
      if (same) await stores.lists.place(same.id, at);
      const expiresAt = lastsMs === null ? null : at + lastsMs;
      const added = { ...rest, id: newId(), expiresAt, createdAt: at, createdBy: moderatorId, removedAt: null };
      await stores.lists.add(added);
      return added;
    });
  }

  /** Takes an entry off. @throws CommentsError `not-found`. */
  async function remove(id: string): Promise<ListEntry> {
    return changing(async (stores) => {
      const entry = await known(stores, id);
      if (entry.removedAt === null) await stores.lists.place(id, now());
      return entry;
    });
  }

  /** Puts it back. @throws CommentsError `not-found`, or `invalid` as `add` does. */
  async function restore(id: string): Promise<ListEntry> {
    return changing(async (stores) => {
      const entry = await known(stores, id);
      if (entry.removedAt === null) return entry;
      await makeRoom(stores, entry, now());
      await stores.lists.place(id, null);
      return entry;
    });
  }

  /** One change at a time, and every process hears of it. */
  function changing(act: (stores: Stores) => Promise<ListEntry>): Promise<ListEntry> {
    return transaction(async (stores) => {
      await stores.settings.set('lists', newId());
      return act(stores);
    });
  }

  return {
    entries: () => lists.all(),
    byId: (id: string) => lists.byId(id),
    simulate: (wanted: Wanted): Promise<Simulation> => simulate(wanted, lists.past, now()),
    add,
    remove,
    restore,
  };
}

async function known({ lists }: Pick<Stores, 'lists'>, id: string): Promise<ListEntry> {
  const entry = await lists.byId(id);
  if (entry) return entry;
  throw new CommentsError('not-found', 'lists.gone');
}

/** Whether there is a place for it; gives the expired entry whose place it takes. */
async function makeRoom({ lists }: Pick<Stores, 'lists'>, entry: Wanted, now: number): Promise<ListEntry | undefined> {
  const entries = await lists.all();
  const same = entries.find((other) => isSame(entry, other));
  if (same && (same.expiresAt === null || same.expiresAt > now)) throw new CommentsError('invalid', 'lists.already');
  if (!same && entries.length >= most) throw new CommentsError('invalid', message('lists.full', { most }));
  return same;
}
