import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** How many approved comments each branch has: what "most discussed" goes by. Kept by triggers, as the counts are. */
export async function createBranches(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  await db.schema
    .createTable('branches')
    .addColumn('root_id', key, (column) => column.primaryKey().notNull())
    .addColumn('thread_key', key, (column) => column.notNull())
    .addColumn('comments', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into branches (root_id, thread_key, comments)
    select root_id, min(thread_key), count(*) from comments where status = 'approved' group by root_id`.execute(db);
  await db.schema
    .createIndex('branches_discussed')
    .on('branches')
    .columns(['thread_key', 'comments', 'root_id'])
    .execute();
}
