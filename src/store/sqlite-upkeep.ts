import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Upkeep } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { keepBranches } from './sqlite-branches.ts';

export const upkeep: Upkeep = { ofCounts, ofBranches: keepBranches };

/** Triggers that keep counts, groups and the index of words true, whoever writes a comment. */
async function ofCounts(db: Kysely<Schema>): Promise<void> {
  await keepCounts(db);
  await keepWords(db);
}

/** What was erased is counted nowhere. */
async function keepCounts(db: Kysely<Schema>): Promise<void> {
  const leave = sql.raw(`
    update counts set comments = comments - 1
      where old.erased_at is null and thread_key = old.thread_key and status = old.status;
    update clusters set comments = comments - 1, newest_id = coalesce((
        select max(id) from comments
        where cluster = old.cluster and status = old.status and erased_at is null), newest_id)
      where old.erased_at is null and cluster = coalesce(old.cluster, old.id) and status = old.status;
    delete from clusters where cluster = coalesce(old.cluster, old.id) and status = old.status and comments <= 0;`);
  const enter = sql.raw(`
    insert into counts (thread_key, status, comments)
      select new.thread_key, new.status, 1 where new.erased_at is null
      on conflict (thread_key, status) do update set comments = comments + 1;
    insert into clusters (cluster, status, comments, newest_id)
      select coalesce(new.cluster, new.id), new.status, 1, new.id where new.erased_at is null
      on conflict (cluster, status) do update
        set comments = comments + 1, newest_id = max(newest_id, excluded.newest_id);`);
  await sql`create trigger comments_entered after insert on comments begin ${enter} end`.execute(db);
  await sql`create trigger comments_left after delete on comments begin ${leave} end`.execute(db);
  await sql`create trigger comments_placed after update of status, cluster, erased_at on comments
    begin ${leave} ${enter} end`.execute(db);
}

/**
 * FTS5 knows rows by number, and a table without a number of its own may number its rows anew (VACUUM): so they get
 * lasting ones. The words themselves stay where they are, in comments; deleted ones are overwritten, not only marked.
 */
async function keepWords(db: Kysely<Schema>): Promise<void> {
  await sql`create table comment_numbers (number integer primary key, comment_id text not null unique)`.execute(db);
  await sql`create view comment_words (number, author, email, website, body) as
    select n.number, c.author_name, c.author_email, c.author_website, c.body
    from comment_numbers n join comments c on c.id = n.comment_id`.execute(db);
  await sql`create virtual table comment_index using fts5 (author, email, website, body,
    content = 'comment_words', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2")`.execute(db);
  await sql`insert into comment_index (comment_index, rank) values ('secure-delete', 1)`.execute(db);
  await sql`insert into comment_numbers (comment_id) select id from comments order by id`.execute(db);
  await sql`insert into comment_index (comment_index) values ('rebuild')`.execute(db);
  const words = (row: string): string =>
    ['author_name', 'author_email', 'author_website', 'body'].map((name) => `${row}.${name}`).join(', ');
  const forget = sql.raw(`
    insert into comment_index (comment_index, rowid, author, email, website, body)
      select 'delete', number, ${words('old')} from comment_numbers where comment_id = old.id;`);
  const learn = sql.raw(`
    insert into comment_index (rowid, author, email, website, body)
      select number, ${words('new')} from comment_numbers where comment_id = new.id;`);
  await sql`create trigger comments_numbered after insert on comments begin
    insert into comment_numbers (comment_id) values (new.id); ${learn} end`.execute(db);
  await sql`create trigger comments_reworded after update of author_name, author_email, author_website, body on comments
    begin ${forget} ${learn} end`.execute(db);
  await sql`create trigger comments_gone after delete on comments begin ${forget}
    delete from comment_numbers where comment_id = old.id; end`.execute(db);
}
