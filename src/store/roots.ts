import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PageStart, PageWanted } from '../comments/paging.ts';
import type { Schema } from './schema.ts';

/**
 * The roots of a page, in the order of its sort, each with the id before which the first `most` comments of its branch
 * stand. A branch whose root is not approved is not shown.
 */
export function pageRoots(db: Kysely<Schema>, threadKey: string, wanted: PageWanted, most: number) {
  return wanted.sort === 'discussed'
    ? bySize(db, threadKey, wanted, 'on').select(['branches.root_id as id', endOf('branches.root_id', most)])
    : byAge(db, threadKey, wanted, 'on').select(['id', endOf('comments.id', most)]);
}

/** Asked here, where each root is met once: further out PostgreSQL would ask for each comment. */
function endOf(root: 'branches.root_id' | 'comments.id', most: number) {
  return sql<string>`coalesce((select past.id from comments as past where past.root_id = ${sql.ref(root)}
    and past.status = 'approved' order by past.id limit 1 offset ${most}), ${beyond})`.as('end');
}

/** Comes after every id: these are made of the digits 0 to f. */
const beyond = 'g';

/** The roots before those of the page, the nearest first. */
export async function rootsBefore(
  db: Kysely<Schema>,
  threadKey: string,
  wanted: PageWanted,
): Promise<readonly PageStart[]> {
  if (wanted.sort === 'discussed')
    return bySize(db, threadKey, wanted, 'back').select(['branches.root_id as id', 'branches.comments']).execute();
  const rows = await byAge(db, threadKey, wanted, 'back').select('id').execute();
  return rows.map(({ id }) => ({ id, comments: null }));
}

export function approvedRoots(db: Kysely<Schema>, threadKey: string) {
  const approved = db.selectFrom('comments').where('thread_key', '=', threadKey).where('status', '=', 'approved');
  return approved.where('parent_id', 'is', null);
}

/** On from where the page begins, that root with it; or back from there, without it. */
type Way = 'on' | 'back';

function byAge(db: Kysely<Schema>, threadKey: string, { sort, from, limit }: PageWanted, way: Way) {
  const up = (sort === 'oldest') === (way === 'on');
  const bound = way === 'on' ? (up ? '>=' : '<=') : up ? '>' : '<';
  return approvedRoots(db, threadKey)
    .$if(from !== null, (query) => query.where('id', bound, from?.id ?? ''))
    .orderBy('id', up ? 'asc' : 'desc')
    .limit(limit);
}

/** The largest branches first; of two alike, that of the newer root. */
function bySize(db: Kysely<Schema>, threadKey: string, { from, limit }: PageWanted, way: Way) {
  const direction = way === 'on' ? 'desc' : 'asc';
  const bound = sql.raw(way === 'on' ? '<=' : '>');
  return db
    .selectFrom('branches')
    .innerJoin('comments as roots', 'roots.id', 'branches.root_id')
    .where('branches.thread_key', '=', threadKey)
    .where('roots.status', '=', 'approved')
    .$if(from !== null, (query) =>
      query.where(
        sql<boolean>`(branches.comments, branches.root_id) ${bound} (${from?.comments ?? 0}, ${from?.id ?? ''})`,
      ),
    )
    .orderBy('branches.comments', direction)
    .orderBy('branches.root_id', direction)
    .limit(limit);
}
