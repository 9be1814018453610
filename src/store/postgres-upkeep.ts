import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Upkeep } from './migrations/index.ts';
import { keepBranches } from './postgres-branches.ts';
import { searched } from './postgres-search.ts';
import type { Schema } from './schema.ts';

export const upkeep: Upkeep = { ofCounts, ofBranches: keepBranches };

/** Triggers that keep counts and groups true, whoever writes a comment, and the index of words. */
async function ofCounts(db: Kysely<Schema>): Promise<void> {
  await sql`create index comments_search on comments using gin (${searched('comments')})`.execute(db);
  for (const { event, tables, moved } of triggers) {
    const name = sql.raw(`keep_counts_after_${event}`);
    const body = sql.raw(keepCounts(moved));
    await sql`create function ${name}() returns trigger language plpgsql as ${body}`.execute(db);
    await sql`create trigger ${name} after ${sql.raw(event)} on comments referencing ${sql.raw(tables)}
      for each statement execute function ${name}()`.execute(db);
  }
}

const place = 'id, thread_key, status, coalesce(cluster, id) as cluster';
const counted = 'erased_at is null';

/** `moved`: a row for each comment that came to a place (1) or left it (-1). What was erased stands nowhere. */
const triggers = [
  { event: 'insert', tables: 'new table as came', moved: `select ${place}, 1 as step from came where ${counted}` },
  { event: 'delete', tables: 'old table as gone', moved: `select ${place}, -1 as step from gone where ${counted}` },
  {
    event: 'update',
    tables: 'old table as gone new table as came',
    // Most updates move nothing.
    moved: `select id, thread_key, status, cluster, sum(step) as step from (
        select ${place}, -1 as step from gone where ${counted}
        union all
        select ${place}, 1 as step from came where ${counted}
      ) as steps group by 1, 2, 3, 4 having sum(step) <> 0`,
  },
] as const;

/**
 * Once a statement: row by row, a decision on thousands would write one count thousands of times. Everybody takes
 * counts first, then groups, each in one order, so that none waits for one that waits.
 */
const keepCounts = (moved: string): string => `$$
begin
  with moved as (${moved})
  insert into counts (thread_key, status, comments)
    select thread_key, status, sum(step) from moved group by 1, 2 having sum(step) <> 0 order by 1, 2
    on conflict (thread_key, status) do update set comments = counts.comments + excluded.comments;
  with moved as (${moved})
  insert into clusters (cluster, status, comments, newest_id)
    select cluster, status, sum(step), max(id) from moved group by 1, 2 order by 1, 2
    on conflict (cluster, status) do update set
      comments = clusters.comments + excluded.comments,
      newest_id = greatest(clusters.newest_id, excluded.newest_id);
  with moved as (${moved}), abandoned as (select distinct cluster, status from moved where step < 0)
  update clusters set newest_id = coalesce((
      select max(id) from comments
      where comments.cluster = clusters.cluster and comments.status = clusters.status and ${counted}), newest_id)
    from abandoned where clusters.cluster = abandoned.cluster and clusters.status = abandoned.status;
  with moved as (${moved}), abandoned as (select distinct cluster, status from moved where step < 0)
  delete from clusters using abandoned
    where clusters.cluster = abandoned.cluster and clusters.status = abandoned.status and clusters.comments <= 0;
  return null;
end $$`;
