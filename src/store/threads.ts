import type { Kysely } from 'kysely';
import type { Thread } from '../comments/thread.ts';
import type { Schema } from './schema.ts';

/** Stores the thread, or its url and title of today. */
export async function keepThread(db: Kysely<Schema>, thread: Thread): Promise<void> {
  if (await isKept(db, thread)) return;
  const { key, url, title } = thread;
  await db
    .insertInto('threads')
    .values({ key, url, title })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ url, title }))
    .execute();
}

/** PostgreSQL locks the row even for an update that changes nothing: on a busy page, posts would queue for each other. */
async function isKept(db: Kysely<Schema>, { key, url, title }: Thread): Promise<boolean> {
  const query = db.selectFrom('threads').select('key');
  const row = await query.where('key', '=', key).where('url', '=', url).where('title', '=', title).executeTakeFirst();
  return row !== undefined;
}
