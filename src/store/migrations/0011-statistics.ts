import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * What statistics read, without a look at the comments themselves. Since when a comment is decided on is known of those
 * that the log speaks of: by the last time that it left being undecided. An older version beside us does not write it;
 * what is decided there is missing from the statistics, and from nothing else.
 */
export async function addStatistics(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('comments').addColumn('first_decided_at', 'bigint').execute();
  await sql`update comments set first_decided_at = (
      select decided_after from decisions
      where comment_id = comments.id and decided_before is null and decided_after is not null
      order by number desc limit 1)
    where decided_at is not null`.execute(db);
  // Held before rules were kept by name.
  await sql`update comments set rule = 'unnamed' where rule is null and reason is not null`.execute(db);
  // The last two are always null there, but SQLite would look for them in the row.
  const visible = sql.raw('moderator_id, erased_at) where moderator_id is null and erased_at is null');
  await sql`create index comments_received on comments (id, thread_key, rule, ${visible}`.execute(db);
  await sql`create index comments_first_decided on comments (status, first_decided_at, rule, created_at, ${visible}
    and first_decided_at is not null`.execute(db);
}
