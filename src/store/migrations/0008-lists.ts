import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** The lists of moderators, closed threads, and what is set for the whole site. */
export async function createLists(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('list_entries')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('word', 'domain', 'email', 'network')`))
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('effect', 'text', (column) => column.notNull().check(sql`effect in ('hold', 'block')`))
    .addColumn('expires_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', key, (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute();
  await db.schema
    .createTable('settings')
    .addColumn('name', key, (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema.alterTable('threads').addColumn('closed_at', 'bigint').execute();
}
