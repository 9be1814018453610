import type { Kysely } from 'kysely';
import type { CommentStore } from '../comments/store.ts';
import { approvedAmong, repliesIn, replyStartOf } from './branch.ts';
import { toComment, toRow } from './comment-row.ts';
import { approvedIn, byWriting, newest, pageStartOf } from './conversation.ts';
import type { Engine } from './engine.ts';
import { historyOf, isRepeated } from './history.ts';
import type { Schema } from './schema.ts';
import { keepThread } from './threads.ts';
import { undecided } from './undecided.ts';

/** Comments over a database, or over one transaction of it. `add` throws when the submission already has a comment. */
export function commentStore(db: Kysely<Schema>, beside: Engine['beside']): CommentStore {
  return {
    async add(comment, thread) {
      // Whoever decides on many at once holds the counts of many threads: no post comes in between.
      await beside(db, 'decisions');
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
    historyOf: (visitor, except) => historyOf(db, visitor, except),
    async twinOf({ visitor, threadKey, parentId, body }) {
      const query = db
        .selectFrom('comments')
        .selectAll()
        .where('visitor', '=', visitor)
        .where('status', 'in', ['pending', 'approved', 'spam'])
        .where(undecided);
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
      const waiting = query.where('status', 'in', ['pending', 'spam']).where(undecided);
      return (await waiting.where('thread_key', '=', threadKey).execute()).map(toComment).sort(byWriting);
    },
    approvedIn: (threadKey, page) => approvedIn(db, threadKey, page),
    repliesIn: (rootId, page) => repliesIn(db, rootId, page),
    replyStartOf: (rootId, id, limit) => replyStartOf(db, rootId, id, limit),
    approvedAmong: (ids) => approvedAmong(db, ids),
    newest: (threadKey, limit) => newest(db, threadKey, limit),
    pageStartOf: (threadKey, rootId, limit) => pageStartOf(db, threadKey, rootId, limit),
    countApproved: () => countApproved(db),
    countApprovedIn: (threadKey) => countApprovedIn(db, threadKey),
    threadKeysOf: (ids) => threadKeysOf(db, ids),
  };
}

async function countApproved(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const query = db.selectFrom('counts').select(['thread_key', 'comments']).where('status', '=', 'approved');
  const rows = await query.where('comments', '>', 0).execute();
  return new Map(rows.map((row) => [row.thread_key, row.comments]));
}

async function countApprovedIn(db: Kysely<Schema>, threadKey: string): Promise<number> {
  const query = db.selectFrom('counts').select('comments').where('thread_key', '=', threadKey);
  return (await query.where('status', '=', 'approved').executeTakeFirst())?.comments ?? 0;
}

/** Ids of one statement: databases bound its parameters. */
const batch = 500;

async function threadKeysOf(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (let from = 0; from < ids.length; from += batch) {
    const query = db.selectFrom('comments').select(['id', 'thread_key']);
    const rows = await query.where('id', 'in', ids.slice(from, from + batch)).execute();
    for (const row of rows) keys.set(row.id, row.thread_key);
  }
  return keys;
}
