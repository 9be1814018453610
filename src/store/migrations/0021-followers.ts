import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Addresses that want to hear of a conversation, those that never do, and the links that decide by mail. */
export async function createFollowers(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('followers')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('email', key, (column) => column.notNull())
    .addColumn('thread_key', key, (column) => column.notNull())
    .addColumn('comment_id', key)
    .addColumn('origin', key, (column) => column.notNull())
    .addColumn('confirm_hash', key, (column) => column.notNull().unique())
    .addColumn('stop_hash', key, (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('confirmed_at', 'bigint')
    .execute();
  await sql`create unique index followers_once on followers (email, thread_key, (coalesce(comment_id, '')))`.execute(
    db,
  );
  await db.schema.createIndex('followers_thread').on('followers').columns(['thread_key', 'comment_id', 'id']).execute();
  await db.schema
    .createTable('refused_addresses')
    .addColumn('hash', key, (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('mail_links')
    .addColumn('hash', key, (column) => column.primaryKey().notNull())
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('moderator_id', key, (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
}
