import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/**
 * What a moderator filters, counts and groups by. Counts and groups are kept by triggers, so that an older version
 * beside us, which knows neither, keeps them too.
 */
export async function addModeration(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await addColumns(db, key);
  await createCounts(db, key);
  await createClusters(db, key);
  await createSketches(db, key);
  await fill(db);
  await indexComments(db);
}

async function addColumns(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  for (const name of ['rule', 'network', 'language', 'cluster', 'moderator_id'])
    await db.schema.alterTable('comments').addColumn(name, key).execute();
  await db.schema.alterTable('comments').addColumn('spam_score', 'double precision').execute();
  for (const name of ['edited_at', 'erased_at'])
    await db.schema.alterTable('comments').addColumn(name, 'bigint').execute();
  await db.schema.alterTable('decisions').addColumn('rule', key).execute();
  await db.schema.alterTable('decisions').addColumn('act', key).execute();
}

async function createCounts(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('counts')
    .addColumn('thread_key', key, (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('comments', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('counts_key', ['thread_key', 'status'])
    .execute();
}

async function createClusters(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('clusters')
    .addColumn('cluster', key, (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('comments', 'bigint', (column) => column.notNull())
    .addColumn('newest_id', key, (column) => column.notNull())
    .addPrimaryKeyConstraint('clusters_key', ['cluster', 'status'])
    .execute();
  const index = (name: string) => db.schema.createIndex(`clusters_${name}`).on('clusters');
  await index('newest').columns(['status', 'newest_id']).execute();
  await index('largest').columns(['status', 'comments', 'newest_id']).execute();
}

/** Parts of a text by which one like it is found; see comments/likeness.ts. */
async function createSketches(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('sketches')
    .addColumn('part', key, (column) => column.notNull())
    .addColumn('comment_id', key, (column) => column.notNull())
    .addPrimaryKeyConstraint('sketches_key', ['part', 'comment_id'])
    .execute();
  await db.schema.createIndex('sketches_comment').on('sketches').column('comment_id').execute();
}

/** What was stored so far is each a group of its own. */
async function fill(db: Kysely<Schema>): Promise<void> {
  await sql`update comments set cluster = id`.execute(db);
  await sql`insert into counts (thread_key, status, comments)
    select thread_key, status, count(*) from comments group by thread_key, status`.execute(db);
  await sql`insert into clusters (cluster, status, comments, newest_id)
    select id, status, 1, id from comments`.execute(db);
}

async function indexComments(db: Kysely<Schema>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(`comments_${name}`).on('comments');
  await index('article').columns(['status', 'thread_key', 'erased_at', 'id']).execute();
  await index('rule').columns(['status', 'rule', 'id']).execute();
  await sql`create index comments_score on comments (status, (coalesce(spam_score, 0.5)), id)`.execute(db);
  await index('cluster').columns(['cluster', 'status', 'id']).execute();
  const partly = (column: 'author_email' | 'network') =>
    index(column).columns([column, 'status', 'id']).where(sql.ref(column), 'is not', null);
  await partly('author_email').execute();
  await partly('network').execute();
  await index('network_known').column('id').where(sql.ref('network'), 'is not', null).execute();
  await index('author_name').columns(['author_name', 'status', 'id']).execute();
  await db.schema.dropIndex('comments_count').execute();
  for (const column of ['comment_id', 'moderator_id'] as const)
    await db.schema.createIndex(`decisions_${column}`).on('decisions').columns([column, 'number']).execute();
}
