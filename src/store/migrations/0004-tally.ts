import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** What the guard has counted, by hour. */
export async function createTally(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('tally')
    .addColumn('hour', 'bigint', (column) => column.notNull())
    .addColumn('what', key, (column) => column.notNull())
    .addColumn('key', key, (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['hour', 'what', 'key'])
    .execute();
}
