import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Notifications that wait, and how often moderators want mail. */
export async function createOutbox(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('said', key, (column) => column.notNull().unique())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('occasion', 'text', (column) => column.notNull())
    .addColumn('about', key, (column) => column.notNull())
    .addColumn('recipient', key)
    .addColumn('lane', key)
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('sent_at', 'bigint')
    .addColumn('failed_at', 'bigint')
    .addColumn('error', 'text')
    .execute();
  const waiting = sql<boolean>`sent_at is null and failed_at is null`;
  const index = (name: string) => db.schema.createIndex(`outbox_${name}`).on('outbox');
  await index('due').columns(['channel', 'due_at', 'id']).where(waiting).execute();
  await index('lane').columns(['lane', 'id']).where(waiting).execute();
  await index('sent').column('sent_at').where('sent_at', 'is not', null).execute();
  await index('failed').column('failed_at').where('failed_at', 'is not', null).execute();
  await db.schema
    .alterTable('moderators')
    .addColumn('mail', 'text', (column) => column.notNull().defaultTo('daily'))
    .execute();
}
