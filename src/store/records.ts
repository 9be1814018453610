import type { Kysely } from 'kysely';
import type { Comment, Status } from '../comments/comment.ts';
import type { AuthorRecord } from '../comments/queue.ts';
import type { Schema } from './schema.ts';

/** How many of each comment's group stand in the lane, by cluster. */
export async function groupSizes(
  db: Kysely<Schema>,
  status: Status,
  comments: readonly Comment[],
): Promise<ReadonlyMap<string, number>> {
  if (comments.length === 0) return new Map();
  const clusters = comments.map(({ cluster }) => cluster);
  const query = db.selectFrom('clusters').select(['cluster', 'comments']).where('cluster', 'in', clusters);
  const rows = await query.where('status', '=', status).execute();
  return new Map(rows.map((row) => [row.cluster, row.comments]));
}

/** How the comments of each author stand: of the device that was asked to remember, else of the visit. */
export async function recordsOf(
  db: Kysely<Schema>,
  comments: readonly Comment[],
): Promise<(comment: Comment) => AuthorRecord> {
  const byDevice = await tallied(
    db,
    'author_key',
    comments.flatMap(({ authorKey }) => authorKey ?? []),
  );
  const visits = comments.filter(({ authorKey }) => authorKey === null);
  const byVisit = await tallied(
    db,
    'visitor',
    visits.map(({ visitor }) => visitor),
  );
  return ({ authorKey, visitor }) => (authorKey === null ? byVisit.get(visitor) : byDevice.get(authorKey)) ?? nothing;
}

const nothing: AuthorRecord = { pending: 0, approved: 0, spam: 0, trash: 0 };

async function tallied(
  db: Kysely<Schema>,
  column: 'author_key' | 'visitor',
  keys: readonly string[],
): Promise<ReadonlyMap<string, AuthorRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select(({ fn }) => [column, 'status', fn.countAll<number>().as('comments')])
    .where(column, 'in', [...new Set(keys)])
    .groupBy([column, 'status'])
    .execute();
  const records = new Map<string, Record<Status, number>>();
  for (const row of rows) {
    const key = row[column] ?? '';
    records.set(key, { ...(records.get(key) ?? nothing), [row.status]: row.comments });
  }
  return records;
}
