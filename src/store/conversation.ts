import type { Kysely } from 'kysely';
import { sql } from 'kysely';
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
  const rows = await db
    // As a join, and not as `in`: SQLite would rather walk through every approved comment of the site in order.
    .selectFrom(roots.as('roots'))
    .innerJoin('comments', 'comments.root_id', 'roots.id')
    .selectAll('comments')
    .where('comments.status', '=', 'approved')
    .orderBy('comments.id')
    .execute();
  const comments = rows.map(toComment);
  const next = comments.filter((comment) => comment.parentId === null)[limit]?.id ?? null;
  return { items: comments.filter((comment) => comment.rootId !== next), next };
}

/** Numbers the roots and rounds the place of `rootId` down to the start of its page; the first page has no cursor. */
export async function pageStartOf(
  db: Kysely<Schema>,
  threadKey: string,
  rootId: string,
  limit: number,
): Promise<string | null> {
  const row = await db
    .with('places', (cte) =>
      approvedRoots(cte, threadKey).select(['id', sql<number>`row_number() over (order by id) - 1`.as('place')]),
    )
    .selectFrom('places')
    .select('id')
    .where('place', '>', 0)
    .where('place', '=', (eb) => {
      const start = sql<number>`place - place % ${limit}`.as('start');
      return eb.selectFrom('places').select(start).where('id', '=', rootId);
    })
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A branch whose root is not approved is not shown. */
function approvedRoots(db: Pick<Kysely<Schema>, 'selectFrom'>, threadKey: string) {
  const approved = db.selectFrom('comments').where('thread_key', '=', threadKey).where('status', '=', 'approved');
  return approved.where('parent_id', 'is', null);
}
