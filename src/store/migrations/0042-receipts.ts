import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Private links of authors to their comments, what moderators told them, and what they asked to have erased. */
export async function createReceipts(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('receipts')
    .addColumn('hash', key, (column) => column.primaryKey().notNull())
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('proven', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('receipts_comment').on('receipts').columns(['comment_id', 'created_at']).execute();
  await db.schema
    .createTable('explanations')
    .addColumn('comment_id', key, (column) => column.primaryKey().notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('erasure_requests')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('email', key)
    .addColumn('asked_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  const requests = (name: string) => db.schema.createIndex(`erasure_requests_${name}`).on('erasure_requests');
  await requests('state').columns(['state', 'id']).execute();
  await requests('comment').column('comment_id').execute();
  await requests('email').column('email').execute();
  // Asked twice at once, it is asked once.
  await sql`create unique index erasure_requests_once on erasure_requests (coalesce(email, comment_id))
    where state = 'open'`.execute(db);
  const flag = 'edited_by_author';
  for (const table of ['comments', 'edits'])
    await db.schema
      .alterTable(table)
      .addColumn(flag, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  // All that somebody wrote under one address, in whatever letters it was typed.
  await sql`create index comments_email on comments (lower(author_email), id) where author_email is not null`.execute(
    db,
  );
}
