import type { Kysely } from 'kysely';
import type { Comment } from '../comments/comment.ts';
import type { BranchPage } from '../comments/paging.ts';
import { toComment } from './comment-row.ts';
import type { Schema } from './schema.ts';

/** Reads one reply more than is wanted, with which the next page begins, and looks back as far as a page is long. */
export async function repliesIn(
  db: Kysely<Schema>,
  rootId: string,
  { from, limit }: { readonly from: string | null; readonly limit: number },
): Promise<BranchPage> {
  const replies = approvedReplies(db, rootId);
  const query = replies.selectAll().$if(from !== null, (query) => query.where('id', '>=', from ?? ''));
  const found = await query
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const after = found[limit];
  const page = { items: found.slice(0, limit).map(toComment), next: after ? startAt(after.id) : null };
  if (from === null) return { ...page, previous: null };
  const back = replies.select('id').where('id', '<', from).orderBy('id', 'desc');
  const [start, another] = await back
    .offset(limit - 1)
    .limit(2)
    .execute();
  return { ...page, previous: { from: start && another ? startAt(start.id) : null } };
}

const startAt = (id: string) => ({ id, comments: null });

/** Counts the replies up to this one and rounds down to the start of its page; two statements, as for pages of roots. */
export async function replyStartOf(
  db: Kysely<Schema>,
  rootId: string,
  id: string,
  limit: number,
): Promise<string | null> {
  const replies = approvedReplies(db, rootId);
  const counted = replies.select(({ fn }) => fn.countAll<number>().as('replies')).where('id', '<=', id);
  const at = Number((await counted.executeTakeFirstOrThrow()).replies) - 1;
  if (at < limit) return null;
  const start = replies
    .select('id')
    .orderBy('id')
    .offset(at - (at % limit))
    .limit(1);
  return (await start.executeTakeFirst())?.id ?? null;
}

export async function approvedAmong(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Comment[]> {
  if (ids.length === 0) return [];
  const query = db.selectFrom('comments').selectAll().where('id', 'in', ids).where('status', '=', 'approved');
  return (await query.execute()).map(toComment);
}

function approvedReplies(db: Kysely<Schema>, rootId: string) {
  const branch = db.selectFrom('comments').where('root_id', '=', rootId).where('status', '=', 'approved');
  return branch.where('id', '<>', rootId);
}
