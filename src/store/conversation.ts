import type { Kysely } from 'kysely';
import type { Comment } from '../comments/comment.ts';
import type { Page } from '../comments/store.ts';
import { toComment } from './comment-row.ts';
import type { Schema } from './schema.ts';

/**
 * A page of whole branches. One statement, so that a branch and its replies are of one moment; it reads the branch
 * after the page too, whose root is the cursor.
 */
export async function approvedIn(
  db: Kysely<Schema>,
  threadKey: string,
  { from, limit }: { readonly from: string | null; readonly limit: number },
): Promise<Page<Comment>> {
  const roots = approvedRoots(db, threadKey)
    .select('id')
    .$if(from !== null, (query) => query.where('id', '>=', from))
    .orderBy('id')
    .limit(limit + 1);
  const query = db.selectFrom('comments').selectAll().where('root_id', 'in', roots).where('status', '=', 'approved');
  const comments = (await query.execute()).map(toComment).sort(byWriting);
  const next = comments.filter((comment) => comment.parentId === null)[limit]?.id ?? null;
  return { items: comments.filter((comment) => comment.rootId !== next), next };
}

/** Sorted here: asked to sort, SQLite would rather walk through every approved comment of the site in order. */
export function byWriting(one: Comment, other: Comment): number {
  return one.id < other.id ? -1 : 1;
}

/**
 * Counts the roots up to `rootId` and rounds down to the start of its page; the first page has no cursor. Two
 * statements: a root that comes or goes between them moves the page by one.
 */
export async function pageStartOf(
  db: Kysely<Schema>,
  threadKey: string,
  rootId: string,
  limit: number,
): Promise<string | null> {
  const { roots, last } = await approvedRoots(db, threadKey)
    .select(({ fn }) => [fn.countAll<number>().as('roots'), fn.max('id').as('last')])
    .where('id', '<=', rootId)
    .executeTakeFirstOrThrow();
  if (last !== rootId || roots <= limit) return null;
  const start = roots - 1 - ((roots - 1) % limit);
  const query = approvedRoots(db, threadKey).select('id').orderBy('id').offset(start).limit(1);
  return (await query.executeTakeFirst())?.id ?? null;
}

/** A branch whose root is not approved is not shown. */
function approvedRoots(db: Kysely<Schema>, threadKey: string) {
  const approved = db.selectFrom('comments').where('thread_key', '=', threadKey).where('status', '=', 'approved');
  return approved.where('parent_id', 'is', null);
}
