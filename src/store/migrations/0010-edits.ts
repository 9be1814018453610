import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** Texts that moderators replaced, and an index by which answers are found: without it erasing reads the whole table. */
export async function createEdits(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('edits')
    .addColumn('comment_id', key, (column) => column.notNull())
    .addColumn('batch', key, (column) => column.notNull())
    .addColumn('moderator_id', key, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('markup_version', 'integer', (column) => column.notNull())
    .addColumn('edited_before', 'bigint')
    .addColumn('edited_after', 'bigint')
    .addPrimaryKeyConstraint('edits_key', ['comment_id', 'batch'])
    .execute();
  await db.schema.createIndex('edits_batch').on('edits').column('batch').execute();
  const answers = db.schema.createIndex('comments_answers').on('comments').column('parent_id');
  await answers.where(sql.ref('parent_id'), 'is not', null).execute();
}
