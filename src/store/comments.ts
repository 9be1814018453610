import type { Kysely } from 'kysely';
import type { Status } from '../comments/comment.ts';
import type { CommentStore, Standing } from '../comments/store.ts';
import { toComment, toRow } from './comment-row.ts';
import { approvedIn, pageStartOf } from './conversation.ts';
import { historyOf, isRepeated } from './history.ts';
import { lane } from './lane.ts';
import type { Schema } from './schema.ts';
import { keepThread } from './threads.ts';

/** Comments over a database, or over one transaction of it. `add` throws when the submission already has a comment. */
export function commentStore(db: Kysely<Schema>): CommentStore {
  return {
    async add(comment, thread) {
      await keepThread(db, thread);
      await db.insertInto('comments').values(toRow(comment)).execute();
    },
    async byId(id) {
      const row = await db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toComment(row);
    },
    async bySubmission(submissionId) {
      const query = db.selectFrom('comments').selectAll().where('submission_id', '=', submissionId);
      const row = await query.executeTakeFirst();
      return row && toComment(row);
    },
    historyOf: (visitor) => historyOf(db, visitor),
    async twinOf({ visitor, threadKey, parentId, body }) {
      const query = db
        .selectFrom('comments')
        .selectAll()
        .where('visitor', '=', visitor)
        .where('status', 'in', ['pending', 'approved']);
      const same = query.where('body', '=', body);
      const place = same
        .where('thread_key', '=', threadKey)
        .where('parent_id', parentId === null ? 'is' : '=', parentId);
      const row = await place.limit(1).executeTakeFirst();
      return row && toComment(row);
    },
    isRepeated: (fingerprint, address) => isRepeated(db, fingerprint, address),
    async waitingFor(threadKey, visitor) {
      const query = db.selectFrom('comments').selectAll().where('visitor', '=', visitor);
      const waiting = query.where('status', '=', 'pending').where('thread_key', '=', threadKey);
      return (await waiting.orderBy('id').execute()).map(toComment);
    },
    approvedIn: (threadKey, page) => approvedIn(db, threadKey, page),
    pageStartOf: (threadKey, rootId, limit) => pageStartOf(db, threadKey, rootId, limit),
    lane: (status, page) => lane(db, status, page),
    countApproved: () => countApproved(db),
    countApprovedIn: (threadKey) => countApprovedIn(db, threadKey),
    countByStatus: () => countByStatus(db),
    standingOf: (ids) => standingOf(db, ids),
    place: (ids, status, decidedAt) => place(db, ids, status, decidedAt),
  };
}

async function countApproved(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const query = db.selectFrom('comments').where('status', '=', 'approved').groupBy('thread_key');
  const rows = await query.select(({ fn }) => ['thread_key', fn.countAll<number>().as('replies')]).execute();
  return new Map(rows.map((row) => [row.thread_key, row.replies]));
}

async function countApprovedIn(db: Kysely<Schema>, threadKey: string): Promise<number> {
  const query = db.selectFrom('comments').where('status', '=', 'approved').where('thread_key', '=', threadKey);
  const row = await query.select(({ fn }) => fn.countAll<number>().as('replies')).executeTakeFirstOrThrow();
  return row.replies;
}

async function countByStatus(db: Kysely<Schema>): Promise<Readonly<Record<Status, number>>> {
  const query = db.selectFrom('comments').groupBy('status');
  const rows = await query.select(({ fn }) => ['status', fn.countAll<number>().as('comments')]).execute();
  const found = Object.fromEntries(rows.map((row) => [row.status, row.comments]));
  return { pending: 0, approved: 0, spam: 0, trash: 0, ...found };
}

async function standingOf(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Standing[]> {
  if (ids.length === 0) return [];
  const query = db.selectFrom('comments').select(['id', 'status', 'decided_at']).where('id', 'in', ids);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, status: row.status, decidedAt: row.decided_at }));
}

async function place(
  db: Kysely<Schema>,
  ids: readonly string[],
  status: Status,
  decidedAt: number | null,
): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable('comments').set({ status, decided_at: decidedAt }).where('id', 'in', ids).execute();
}
