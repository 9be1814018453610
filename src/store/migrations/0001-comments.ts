import type { Expression, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';

export type TextColumn = 'text' | Expression<unknown>;

/** Threads, comments, challenges, moderators. */
export async function createComments(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await createThreads(db, key);
  await createCommentTable(db, key);
  await indexComments(db);
  await createChallenges(db, key);
  await createModerators(db, key);
}

async function createThreads(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('key', key, (column) => column.primaryKey().notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .execute();
}

async function createCommentTable(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('comments')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('thread_key', key, (column) => column.notNull().references('threads.key'))
    .addColumn('parent_id', key, (column) => column.references('comments.id'))
    .addColumn('root_id', key, (column) => column.notNull().references('comments.id'))
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('pending', 'approved', 'spam', 'trash')`),
    )
    .addColumn('reason', 'text')
    .addColumn('author_name', 'text', (column) => column.notNull())
    .addColumn('author_email', 'text')
    .addColumn('author_website', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('markup_version', 'integer', (column) => column.notNull())
    .addColumn('submission_id', key, (column) => column.notNull().unique())
    .addColumn('visitor', key, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** One index for each question of CommentStore; test/store/plans.test.ts holds them to it. */
async function indexComments(db: Kysely<Schema>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(`comments_${name}`).on('comments');
  await index('lane').columns(['status', 'id']).execute();
  await index('count').columns(['status', 'thread_key']).execute();
  await index('roots').columns(['thread_key', 'status', 'id']).where(sql.ref('parent_id'), 'is', null).execute();
  await index('branch').columns(['root_id', 'status', 'id']).execute();
  await index('visitor').columns(['visitor', 'status', 'thread_key', 'id']).execute();
}

async function createChallenges(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('challenges')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('session', key, (column) => column.notNull())
    .addColumn('purpose', key, (column) => column.notNull())
    .addColumn('prompt', 'text', (column) => column.notNull())
    .addColumn('answer', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('first_issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  const index = (name: string) => db.schema.createIndex(`challenges_${name}`).on('challenges');
  await index('session').columns(['session', 'issued_at']).execute();
  await index('expiry').column('expires_at').execute();
}

async function createModerators(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('moderators')
    .addColumn('id', key, (column) => column.primaryKey().notNull())
    .addColumn('email', key, (column) => column.notNull().unique())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('setup_links')
    .addColumn('id', 'integer', (column) => column.primaryKey().notNull().check(sql`id = 1`))
    .addColumn('hash', key, (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
}
