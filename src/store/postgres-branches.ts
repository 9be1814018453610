import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Triggers that keep the sizes of branches true, whoever writes a comment. What was erased keeps its place. */
export async function keepBranches(db: Kysely<Schema>): Promise<void> {
  for (const { event, tables, moved } of triggers) {
    const name = sql.raw(`keep_branches_after_${event}`);
    const body = sql.raw(keep(moved));
    await sql`create function ${name}() returns trigger language plpgsql as ${body}`.execute(db);
    await sql`create trigger ${name} after ${sql.raw(event)} on comments referencing ${sql.raw(tables)}
      for each statement execute function ${name}()`.execute(db);
  }
}

const steps = (table: string, step: number): string =>
  `select root_id, thread_key, ${step} as step from ${table} where status = 'approved'`;

/** `moved`: a row for each approved comment that came to a branch (1) or left it (-1). */
const triggers = [
  { event: 'insert', tables: 'new table as came', moved: steps('came', 1) },
  { event: 'delete', tables: 'old table as gone', moved: steps('gone', -1) },
  {
    event: 'update',
    tables: 'old table as gone new table as came',
    moved: `${steps('gone', -1)} union all ${steps('came', 1)}`,
  },
] as const;

/** Once a statement and in one order, as the counts are kept, and before them: triggers run in the order of their names. */
const keep = (moved: string): string => `$$
begin
  insert into branches (root_id, thread_key, comments)
    select root_id, min(thread_key), sum(step) from (${moved}) as moved group by 1 having sum(step) <> 0 order by 1
    on conflict (root_id) do update set comments = branches.comments + excluded.comments;
  return null;
end $$`;
