import type { Kysely } from 'kysely';
import type { Thread, ThreadStore } from '../comments/thread.ts';
import type { Schema } from './schema.ts';

/** What moderators decided about threads, over a database, or over one transaction of it. */
export function threadStore(db: Kysely<Schema>): ThreadStore {
  return {
    async byKey(key) {
      const query = db.selectFrom('threads').select(['key', 'url', 'title']).where('key', '=', key);
      return query.executeTakeFirst();
    },
    keep: (thread) => keepThread(db, thread),
    async closedAt(key) {
      const row = await db.selectFrom('threads').select('closed_at').where('key', '=', key).executeTakeFirst();
      return row?.closed_at ?? null;
    },
    async closed() {
      const rows = await db.selectFrom('threads').select('key').where('closed_at', 'is not', null).execute();
      return new Set(rows.map((row) => row.key));
    },
    async close(thread, at) {
      await keepThread(db, thread);
      await db.updateTable('threads').set({ closed_at: at }).where('key', '=', thread.key).execute();
    },
  };
}

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
