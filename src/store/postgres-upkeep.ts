import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { searched } from './postgres-search.ts';
import type { Schema } from './schema.ts';

/** Triggers that keep counts and groups true, whoever writes a comment, and the index of words. */
export async function addUpkeep(db: Kysely<Schema>): Promise<void> {
  await sql`create index comments_search on comments using gin (${searched('comments')})`.execute(db);
  await sql`create function keep_counts() returns trigger language plpgsql as ${sql.raw(keepCounts)}`.execute(db);
  await sql`create trigger comments_counted after insert or delete or update of status, cluster, erased_at on comments
    for each row execute function keep_counts()`.execute(db);
}

/** What was erased is counted nowhere. Counts first, then groups, in every writer alike: none waits for one that waits. */
const keepCounts = `$$
begin
  if tg_op <> 'INSERT' and old.erased_at is null then
    update counts set comments = comments - 1 where thread_key = old.thread_key and status = old.status;
  end if;
  if tg_op <> 'DELETE' and new.erased_at is null then
    insert into counts (thread_key, status, comments) values (new.thread_key, new.status, 1)
      on conflict (thread_key, status) do update set comments = counts.comments + 1;
  end if;
  if tg_op <> 'INSERT' and old.erased_at is null then
    update clusters set comments = comments - 1, newest_id = coalesce((
        select max(id) from comments
        where cluster = old.cluster and status = old.status and erased_at is null), newest_id)
      where cluster = coalesce(old.cluster, old.id) and status = old.status;
    delete from clusters where cluster = coalesce(old.cluster, old.id) and status = old.status and comments <= 0;
  end if;
  if tg_op <> 'DELETE' and new.erased_at is null then
    insert into clusters (cluster, status, comments, newest_id)
      values (coalesce(new.cluster, new.id), new.status, 1, new.id)
      on conflict (cluster, status) do update
        set comments = clusters.comments + 1, newest_id = greatest(clusters.newest_id, excluded.newest_id);
  end if;
  return null;
end $$`;
