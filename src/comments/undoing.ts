import type { Decision } from './decision.ts';
import type { Act, Change, DecisionLogParts } from './decision-log.ts';
import { changeText } from './editing.ts';
import { CommentsError } from './error.ts';
import type { Standing, Stores } from './store.ts';

/** Whose undo it is, when, and as which act of the log. */
export interface Undo extends Pick<DecisionLogParts, 'forget'> {
  readonly moderatorId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly batch: string;
}

export interface Undone extends Act {
  /** Comments that were decided on, or changed, since. */
  readonly left: number;
  /** Where those stand. */
  readonly others: readonly Standing[];
}

/**
 * Puts back what a batch changed, an undo among them, where it still stands so.
 * @throws CommentsError `not-found` when there is no such batch, `invalid` when it erased, or told an author why.
 */
export async function undone(stores: Stores, batch: string, undo: Undo): Promise<Undone> {
  const entries = await stores.decisions.ofBatch(batch);
  const [first] = entries;
  if (!first) throw new CommentsError('not-found', 'act.noDecision');
  if (first.act === 'erase') throw new CommentsError('invalid', 'act.cannotUnerase');
  if (first.act === 'explain') throw new CommentsError('invalid', 'explain.noUndo');
  const ids = entries.map(({ commentId }) => commentId);
  const standing = new Map((await stores.queue.standingOf(ids)).map((each) => [each.id, each]));
  const isEdit = first.act === 'edit';
  const changes = isEdit
    ? await textsBack(stores, entries, standing, undo)
    : await placesBack(stores, entries, standing);
  const back = new Set(changes.map(({ before }) => before.id));
  return {
    changes,
    moderatorId: undo.moderatorId,
    undoes: batch,
    act: isEdit ? 'edit' : null,
    left: entries.length - changes.length,
    others: [...standing.values()].filter(({ id }) => !back.has(id)),
  };
}

type Standings = ReadonlyMap<string, Standing>;

async function placesBack({ queue, edits }: Stores, entries: readonly Decision[], standing: Standings) {
  const ids = entries.filter(({ from }) => from === 'approved').map(({ commentId }) => commentId);
  // Nobody has approved what its author has made of it since.
  const changed = await edits.changedByAuthors(ids, entries[0]?.at ?? 0);
  const changes = entries.flatMap((entry) => {
    const before = standing.get(entry.commentId);
    if (entry.from === 'approved' && changed.has(entry.commentId)) return [];
    if (before?.status !== entry.to || before.decidedAt !== entry.decidedAfter) return [];
    return [{ before, after: { id: before.id, status: entry.from, decidedAt: entry.decidedBefore } }];
  });
  // Those that stood alike before are put back together.
  const groups = Map.groupBy(changes, ({ after }) => `${after.status} ${after.decidedAt}`);
  for (const group of groups.values()) {
    const after = group[0]?.after;
    const ids = group.map(({ before }) => before.id);
    if (after) await queue.place(ids, after.status, after.decidedAt);
  }
  return changes;
}

async function textsBack(stores: Stores, entries: readonly Decision[], standing: Standings, undo: Undo) {
  const changes: Change[] = [];
  for (const edit of await stores.edits.ofBatch(entries[0]?.batch ?? '')) {
    const comment = await stores.comments.byId(edit.commentId);
    const before = standing.get(edit.commentId);
    if (!comment || !before || comment.editedAt !== edit.editedAfter) continue;
    await changeText(stores, comment, edit.before, undo);
    changes.push({ before, after: before });
  }
  // What an author has changed may have gone back into the queue by it.
  const back = new Set(changes.map(({ before }) => before.id));
  const moving = entries.filter(({ commentId, from, to }) => from !== to && back.has(commentId));
  const places = new Map((await placesBack(stores, moving, standing)).map((change) => [change.before.id, change]));
  return changes.map((change) => places.get(change.before.id) ?? change);
}
