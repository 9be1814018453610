import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Likes beside the comments, whose rows they never touch; their counts beside the likes, whose rows are forgotten. */
export async function createLikes(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('likes')
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('visitor', key, (column) => column.notNull())
    .addColumn('network', key, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('likes_once', ['comment_id', 'visitor'])
    .execute();
  await db.schema.createIndex('likes_network').on('likes').columns(['comment_id', 'network', 'at']).execute();
  await db.schema.createIndex('likes_age').on('likes').column('at').execute();
  await db.schema
    .createTable('like_counts')
    .addColumn('comment_id', key, (column) => column.primaryKey().notNull())
    .addColumn('likes', 'bigint', (column) => column.notNull())
    .execute();
}
