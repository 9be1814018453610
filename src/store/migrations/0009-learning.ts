import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** What the learning filter knows. No foreign keys: what was learned is taken back by its own means. */
export async function createLearning(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema.alterTable('comments').addColumn('think_seconds', 'integer').execute();
  await db.schema
    .createTable('learning')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull().check(sql`id = 1`))
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('reset_at', 'bigint')
    .execute();
  await db.insertInto('learning').values({ id: 1, position: 0, since: 0, reset_at: null }).execute();
  await db.schema
    .createTable('learned_comments')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('spam', 'honest')`))
    .execute();
  await createTokens(db, key);
}

async function createTokens(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('learned_tokens')
    .addColumn('token', key, (column) => column.primaryKey().notNull())
    .addColumn('spam', 'bigint', (column) => column.notNull())
    .addColumn('honest', 'bigint', (column) => column.notNull())
    .addColumn('learned_at', 'bigint', (column) => column.notNull())
    .execute();
  // Only those are looked for by their age that were met once.
  await db.schema
    .createIndex('learned_tokens_rare')
    .on('learned_tokens')
    .column('learned_at')
    .where(sql<boolean>`spam + honest = 1`)
    .execute();
}
