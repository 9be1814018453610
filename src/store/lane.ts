import type { Kysely } from 'kysely';
import type { Comment, Status } from '../comments/comment.ts';
import type { Page, QueueItem } from '../comments/store.ts';
import { toComment } from './comment-row.ts';
import type { Schema } from './schema.ts';

/** One page of a lane, newest first; the comments its rows answer come by a second statement. */
export async function lane(
  db: Kysely<Schema>,
  status: Status,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<Page<QueueItem>> {
  const rows = await db
    .selectFrom('comments')
    .innerJoin('threads', 'threads.key', 'comments.thread_key')
    .selectAll('comments')
    .select(['threads.url', 'threads.title'])
    .where('comments.status', '=', status)
    .$if(before !== null, (query) => query.where('comments.id', '<', before))
    .orderBy('comments.id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const parents = await byIds(
    db,
    shown.flatMap((row) => row.parent_id ?? []),
  );
  const items = shown.map((row) => ({
    comment: toComment(row),
    thread: { key: row.thread_key, url: row.url, title: row.title },
    parent: parents.get(row.parent_id ?? '') ?? null,
  }));
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

async function byIds(db: Kysely<Schema>, ids: readonly string[]): Promise<ReadonlyMap<string, Comment>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('comments').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toComment(row)]));
}
