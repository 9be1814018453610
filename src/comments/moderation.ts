import type { Status } from './comment.ts';
import { chained, type Decision, type DecisionStore, isUntouched } from './decision.ts';
import { CommentsError } from './error.ts';
import type { CommentStore, Page, QueueItem, Standing, Stores, Transaction } from './store.ts';

/** What a moderator can do with a comment, and the lane it leads to. Each can be undone. */
export const lanes = { approve: 'approved', hold: 'pending', spam: 'spam', trash: 'trash' } as const satisfies Record<
  string,
  Status
>;
export type Action = keyof typeof lanes;
export const actions = Object.keys(lanes) as readonly Action[];

export interface Queue extends Page<QueueItem> {
  readonly counts: Readonly<Record<Status, number>>;
}

export interface ModerationParts {
  readonly comments: CommentStore;
  readonly decisions: DecisionStore;
  readonly transaction: Transaction;
  readonly perPage: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

/** What an act did: `batch` undoes it, null when there was nothing to do. */
export interface Done {
  readonly batch: string | null;
  readonly moved: number;
  /** Comments left as they were: they were there already or, for an undo, somebody decided on them since. */
  readonly left: number;
}

export type Moderation = ReturnType<typeof createModeration>;

/** The moderator's verbs. */
export function createModeration(parts: ModerationParts) {
  const { comments, decisions, transaction, perPage, now, newId } = parts;

  /** A lane, newest first, with the size of every lane. `before` is the id a former page ended with. */
  async function queue(status: Status, before: string | null): Promise<Queue> {
    const page = await comments.lane(status, { before, limit: perPage });
    return { ...page, counts: await comments.countByStatus() };
  }

  /** Carries the decision out for all ids at once, and writes it into the log. */
  async function decide(action: Action, ids: readonly string[], moderatorId: string): Promise<Done> {
    const status = lanes[action];
    return writing(async (stores, at) => {
      const known = await stores.comments.standingOf(ids);
      const moving = known.filter((standing) => standing.status !== status);
      await stores.comments.place(idsOf(moving), status, at);
      const changes = moving.map((before) => ({ before, after: { id: before.id, status, decidedAt: at } }));
      return { changes, moderatorId, undoes: null, left: known.length - moving.length };
    });
  }

  /**
   * Puts back what a batch changed, an undo among them, where it still stands so.
   * @throws CommentsError `not-found` when there is no such batch.
   */
  async function undo(batch: string, moderatorId: string): Promise<Done> {
    return writing(async (stores) => {
      const entries = await stores.decisions.ofBatch(batch);
      if (entries.length === 0) throw new CommentsError('not-found', 'There is no such decision to undo.');
      const standing = await stores.comments.standingOf(entries.map(({ commentId }) => commentId));
      const changes = entries.flatMap((entry) => {
        const before = standing.find(({ id }) => id === entry.commentId);
        if (before?.status !== entry.to || before.decidedAt !== entry.decidedAfter) return [];
        return [{ before, after: { id: before.id, status: entry.from, decidedAt: entry.decidedBefore } }];
      });
      for (const { after } of changes) await stores.comments.place([after.id], after.status, after.decidedAt);
      return { changes, moderatorId, undoes: batch, left: entries.length - changes.length };
    });
  }

  /** Nobody else decides meanwhile, and no two batches are of one moment: a decision is known by when it was made. */
  async function writing(act: (stores: Stores, at: number) => Promise<Act>): Promise<Done> {
    return transaction(async (stores) => {
      await stores.decisions.alone();
      const last = await stores.decisions.last();
      const at = Math.max(now(), (last?.at ?? 0) + 1);
      const { changes, moderatorId, undoes, left } = await act(stores, at);
      const batch = newId();
      const entries = changes.map((change) => ({ ...entryOf(change), batch, moderatorId, undoes, at }));
      await stores.decisions.add(chained(entries, last));
      return { batch: changes.length > 0 ? batch : null, moved: changes.length, left };
    });
  }

  /** A page of the log, newest first; `next` is the number to go on before. */
  async function log(
    before: number | null,
  ): Promise<{ readonly items: readonly Decision[]; readonly next: number | null }> {
    const items = await decisions.page(before, perPage + 1);
    return {
      items: items.slice(0, perPage),
      next: items.length > perPage ? (items[perPage - 1]?.number ?? null) : null,
    };
  }

  const waiting = async (): Promise<number> => (await comments.countByStatus()).pending;

  return { queue, decide, undo, log, waiting, verify: () => verifyLog(decisions) };
}

interface Change {
  readonly before: Standing;
  readonly after: Standing;
}

/** What an act changed, to be written into the log. */
interface Act {
  readonly changes: readonly Change[];
  readonly moderatorId: string;
  readonly undoes: string | null;
  readonly left: number;
}

function entryOf({ before, after }: Change) {
  const places = { commentId: before.id, from: before.status, to: after.status };
  return { ...places, decidedBefore: before.decidedAt, decidedAfter: after.decidedAt };
}

const idsOf = (standings: readonly Standing[]): readonly string[] => standings.map(({ id }) => id);

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
