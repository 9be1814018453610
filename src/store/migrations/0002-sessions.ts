import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Sessions and budgets. */
export async function createSessions(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('touched_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_expiry').on('sessions').column('expires_at').execute();
  await createBudgets(db, key);
}

/** The columns rate-limiter-flexible writes, by position. */
async function createBudgets(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('budgets')
    .addColumn('key', key, (column) => column.primaryKey().notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addColumn('expire', 'bigint')
    .execute();
  await db.schema.createIndex('budgets_expiry').on('budgets').column('expire').execute();
}
