import type { Kysely } from 'kysely';
import type { Comment } from '../comments/comment.ts';
import type { ConversationPage, PageWanted, Previous, Sort } from '../comments/paging.ts';
import { toComment } from './comment-row.ts';
import { approvedRoots, rootIds, rootsBefore } from './roots.ts';
import type { Schema } from './schema.ts';

/**
 * A page of whole branches. One statement, so that a branch and its replies are of one moment; it reads the branch
 * after the page too, whose root is where the next one begins.
 */
export async function approvedIn(db: Kysely<Schema>, threadKey: string, wanted: PageWanted): Promise<ConversationPage> {
  const { sort, from, limit } = wanted;
  const ids = rootIds(db, threadKey, { sort, from, limit: limit + 1 });
  const query = db.selectFrom('comments').selectAll().where('root_id', 'in', ids).where('status', '=', 'approved');
  const comments = (await query.execute()).map(toComment).sort(byWriting);
  const branches = [...Map.groupBy(comments, ({ rootId }) => rootId).values()].sort(orders[sort]);
  const after = branches[limit];
  return {
    items: branches.slice(0, limit).flat(),
    next: after?.[0] ? { id: after[0].rootId, comments: sort === 'discussed' ? after.length : null } : null,
    previous: from && (await previousTo(db, threadKey, wanted)),
  };
}

type Branch = readonly Comment[];

/** As the statements sort: they only choose. */
const orders: Record<Sort, (one: Branch, other: Branch) => number> = {
  oldest: byRoot,
  newest: (one, other) => byRoot(other, one),
  discussed: (one, other) => other.length - one.length || byRoot(other, one),
};

function byRoot([one]: Branch, [other]: Branch): number {
  return (one?.rootId ?? '') < (other?.rootId ?? '') ? -1 : 1;
}

/** Looks back from where this page begins, so that whatever came or went since then moves nothing on either side. */
async function previousTo(db: Kysely<Schema>, threadKey: string, wanted: PageWanted): Promise<Previous | null> {
  const { limit } = wanted;
  const before = await rootsBefore(db, threadKey, { ...wanted, limit: limit + 1 });
  return before.length === 0 ? null : { from: before.length > limit ? (before[limit - 1] ?? null) : null };
}

/** Sorted here: asked to sort, SQLite would rather walk through every approved comment of the site in order. */
export function byWriting(one: Comment, other: Comment): number {
  return one.id < other.id ? -1 : 1;
}

export async function newest(db: Kysely<Schema>, threadKey: string | null, limit: number): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('comments as roots', 'roots.id', 'comments.root_id')
    .selectAll('comments')
    .where('comments.status', '=', 'approved')
    .where('comments.erased_at', 'is', null)
    .$if(threadKey !== null, (query) => query.where('comments.thread_key', '=', threadKey ?? ''))
    .where('roots.status', '=', 'approved')
    .orderBy('comments.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toComment);
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
