import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** The log of what moderators decided. No foreign keys: it outlives what it speaks of. */
export async function createDecisions(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('number', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('batch', key, (column) => column.notNull())
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('moderator_id', key, (column) => column.notNull())
    .addColumn('from_status', 'text', (column) => column.notNull())
    .addColumn('to_status', 'text', (column) => column.notNull())
    .addColumn('decided_before', 'bigint')
    .addColumn('decided_after', 'bigint')
    .addColumn('undoes', key)
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('decisions_batch').on('decisions').columns(['batch', 'number']).execute();
}
