import type { Kysely } from 'kysely';
import type { Comment } from '../comments/comment.ts';
import type { ConversationPage, PageWanted, Previous, Rest, Sort } from '../comments/paging.ts';
import { toComment } from './comment-row.ts';
import { approvedRoots, pageRoots, rootsBefore } from './roots.ts';
import type { CommentRow } from './rows/comments.ts';
import type { Schema } from './schema.ts';

/**
 * A page of branches. One statement, so that a branch and its replies are of one moment; it reads the branch after the
 * page too, whose root is where the next one begins, and of each one reply more than is shown, where the rest begins.
 */
export async function approvedIn(db: Kysely<Schema>, threadKey: string, wanted: PageWanted): Promise<ConversationPage> {
  const { sort, from, limit, replies } = wanted;
  const rows = await beginnings(db, pageRoots(db, threadKey, { ...wanted, limit: limit + 1 }, replies + 2)).execute();
  const branches = [...Map.groupBy(rows, ({ root_id }) => root_id)]
    .map(([root, rows]) => branchOf(root, rows, replies + 1))
    .sort(orders[sort]);
  const shown = branches.slice(0, limit);
  const after = branches[limit];
  return {
    items: shown.flatMap(({ comments }) => comments),
    rests: new Map(shown.flatMap(({ root, rest }) => (rest ? [[root, rest]] : []))),
    next: after ? { id: after.root, comments: sort === 'discussed' ? after.size : null } : null,
    previous: from && (await previousTo(db, threadKey, wanted)),
  };
}

/**
 * The beginnings of the branches: how long they are makes no difference to what is read of them. Crossed, which SQLite
 * takes for the order to go in: by itself it would rather begin with every approved comment of the site.
 */
function beginnings(db: Kysely<Schema>, roots: ReturnType<typeof pageRoots>) {
  return db
    .selectFrom(roots.as('page'))
    .crossJoin('branches')
    .crossJoin('comments')
    .whereRef('branches.root_id', '=', 'page.id')
    .whereRef('comments.root_id', '=', 'page.id')
    .where('comments.status', '=', 'approved')
    .whereRef('comments.id', '<', 'page.end')
    .selectAll('comments')
    .select('branches.comments as size');
}

interface Branch {
  readonly root: string;
  /** Approved comments of all of it. */
  readonly size: number;
  readonly comments: readonly Comment[];
  readonly rest: Rest | null;
}

function branchOf(root: string, rows: readonly (CommentRow & { readonly size: number })[], most: number): Branch {
  const size = rows[0]?.size ?? 0;
  const comments = rows.map(toComment).sort(byWriting);
  const from = comments[most]?.id;
  return { root, size, comments: comments.slice(0, most), rest: from ? { count: size - most, from } : null };
}

/** As the statements sort: they only choose. */
const orders: Record<Sort, (one: Branch, other: Branch) => number> = {
  oldest: byRoot,
  newest: (one, other) => byRoot(other, one),
  discussed: (one, other) => other.size - one.size || byRoot(other, one),
};

function byRoot(one: Branch, other: Branch): number {
  return one.root < other.root ? -1 : 1;
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
