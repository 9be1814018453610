import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Triggers that keep the sizes of branches true, whoever writes a comment. What was erased keeps its place. */
export async function keepBranches(db: Kysely<Schema>): Promise<void> {
  const leave = sql.raw(`
    update branches set comments = comments - 1 where old.status = 'approved' and root_id = old.root_id;`);
  const enter = sql.raw(`
    insert into branches (root_id, thread_key, comments)
      select new.root_id, new.thread_key, 1 where new.status = 'approved'
      on conflict (root_id) do update set comments = comments + 1;`);
  await sql`create trigger branches_entered after insert on comments begin ${enter} end`.execute(db);
  await sql`create trigger branches_left after delete on comments begin ${leave} end`.execute(db);
  await sql`create trigger branches_placed after update of status on comments begin ${leave} ${enter} end`.execute(db);
}
