import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Comment, Status } from '../comments/comment.ts';
import { type Cursor, type Filter, isFiltered, type Order, type QueueItem, type QueuePage } from '../comments/queue.ts';
import { toComment } from './comment-row.ts';
import type { Engine } from './engine.ts';
import { matches } from './filter.ts';
import { groupSizes, recordsOf } from './records.ts';
import type { CommentRow, Schema } from './schema.ts';

export interface PageWanted {
  readonly order: Order;
  readonly after: Cursor | null;
  readonly limit: number;
}

interface LaneRow extends CommentRow {
  readonly url: string;
  readonly title: string;
  /** What the order is by, where that is a number. */
  readonly value: number | null;
}

/** Without a score a comment stands between those that have one. The index says it in the same words. */
const score = sql<number>`coalesce(comments.spam_score, 0.5)`;

/** One page of a lane. */
export async function lane(
  db: Kysely<Schema>,
  holdsWords: Engine['holdsWords'],
  status: Status,
  filter: Filter,
  wanted: PageWanted,
): Promise<QueuePage> {
  const grouped = !isFiltered(filter) && (wanted.order === 'newest' || wanted.order === 'largest');
  const rows = grouped
    ? await groups(db, status, wanted)
    : await singles(db, status, wanted, matches(filter, holdsWords));
  const shown = rows.slice(0, wanted.limit);
  const last = shown.at(-1);
  const next = rows.length > wanted.limit && last ? { id: last.id, value: last.value } : null;
  return { items: await itemsOf(db, status, shown), next, grouped };
}

/** One comment as a row of its lane, whichever that is. */
export async function item(db: Kysely<Schema>, id: string): Promise<QueueItem | undefined> {
  const row = await withThreads(db)
    .select(sql<null>`null`.as('value'))
    .where('comments.id', '=', id)
    .executeTakeFirst();
  return row && (await itemsOf(db, row.status, [row]))[0];
}

/** What rows answer, their groups and their authors come by one statement each. */
async function itemsOf(db: Kysely<Schema>, status: Status, rows: readonly LaneRow[]): Promise<readonly QueueItem[]> {
  const comments = rows.map(toComment);
  const parents = await byIds(
    db,
    rows.flatMap((row) => row.parent_id ?? []),
  );
  const sizes = await groupSizes(db, status, comments);
  const records = await recordsOf(db, comments);
  return rows.map((row, at) => {
    const comment = comments[at] as Comment;
    const thread = { key: row.thread_key, url: row.url, title: row.title };
    const parent = parents.get(row.parent_id ?? '') ?? null;
    return { comment, thread, parent, alike: sizes.get(comment.cluster) ?? 1, record: records(comment) };
  });
}

/** Each group once, by its newest comment. */
async function groups(
  db: Kysely<Schema>,
  status: Status,
  { order, after, limit }: PageWanted,
): Promise<readonly LaneRow[]> {
  const largest = order === 'largest';
  const bound = largest
    ? sql<boolean>`(clusters.comments, clusters.newest_id) < (${after?.value ?? 0}, ${after?.id ?? ''})`
    : sql<boolean>`clusters.newest_id < ${after?.id ?? ''}`;
  return await db
    .selectFrom('clusters')
    .innerJoin('comments', 'comments.id', 'clusters.newest_id')
    .innerJoin('threads', 'threads.key', 'comments.thread_key')
    .selectAll('comments')
    .select(['threads.url', 'threads.title', largest ? 'clusters.comments as value' : sql<null>`null`.as('value')])
    .where('clusters.status', '=', status)
    .$if(after !== null, (query) => query.where(bound))
    .$if(largest, (query) => query.orderBy('clusters.comments', 'desc'))
    .orderBy('clusters.newest_id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Every comment by itself. */
async function singles(
  db: Kysely<Schema>,
  status: Status,
  { order, after, limit }: PageWanted,
  where: ReturnType<typeof matches>,
): Promise<readonly LaneRow[]> {
  const byScore = order === 'honest' || order === 'spam';
  const direction = order === 'honest' ? 'asc' : 'desc';
  const past = sql.raw(order === 'honest' ? '>' : '<');
  const bound = byScore
    ? // The first condition says nothing new, but lets the index begin there.
      sql<boolean>`${score} ${past}= ${after?.value ?? 0}
        and (${score}, comments.id) ${past} (${after?.value ?? 0}, ${after?.id ?? ''})`
    : sql<boolean>`comments.id < ${after?.id ?? ''}`;
  return await withThreads(db)
    .select(byScore ? score.as('value') : sql<null>`null`.as('value'))
    .where('comments.status', '=', status)
    .where(where)
    .$if(after !== null, (query) => query.where(bound))
    .$if(byScore, (query) => query.orderBy(score, direction))
    .orderBy('comments.id', direction)
    .limit(limit + 1)
    .execute();
}

function withThreads(db: Kysely<Schema>) {
  const joined = db.selectFrom('comments').innerJoin('threads', 'threads.key', 'comments.thread_key');
  return joined.selectAll('comments').select(['threads.url', 'threads.title']);
}

async function byIds(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, Comment>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('comments').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toComment(row)]));
}
