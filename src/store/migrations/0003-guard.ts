import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { TextColumn } from './0001-comments.ts';

/** What the guard has to know of a comment and of a challenge. An older version beside us leaves the new columns out. */
export async function addGuard(db: Kysely<Schema>, key: TextColumn): Promise<void> {
  const challenges = db.schema.alterTable('challenges');
  await challenges.addColumn('hurried', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  const comments = db.schema.alterTable('comments');
  await comments.addColumn('fingerprint', key).execute();
  await comments.addColumn('address', key).execute();
  await comments.addColumn('author_key', key).execute();
  await comments.addColumn('decided_at', 'bigint').execute();
  // What was held and is public now was approved by hand.
  await db
    .updateTable('comments')
    .set(({ ref }) => ({ decided_at: ref('created_at') }))
    .where('status', '=', 'approved')
    .where('reason', 'is not', null)
    .execute();
  await indexComments(db);
}

async function indexComments(db: Kysely<Schema>): Promise<void> {
  const index = (name: string) => db.schema.createIndex(`comments_${name}`).on('comments');
  await index('repeated').columns(['fingerprint', 'address']).where(sql.ref('fingerprint'), 'is not', null).execute();
  await index('address').columns(['created_at']).where(sql.ref('address'), 'is not', null).execute();
  await index('author')
    .columns(['author_key', 'status', 'decided_at'])
    .where(sql.ref('author_key'), 'is not', null)
    .execute();
  // With the lane and the decision in it, what is known of a visitor is read from the index alone.
  await index('known').columns(['visitor', 'status', 'decided_at']).execute();
}
