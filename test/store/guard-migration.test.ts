import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { SharedSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';

test('authors who were approved by hand before decisions were dated stay known, others do not become so', async () => {
  await using db = new Kysely<Schema>({ dialect: new SharedSqliteDialect(new Database(':memory:')) });
  const { '0001-comments': before, '0003-guard': up } = commentMigrations('text', upkeep);
  await before?.(db);
  await sql`insert into threads values ('t', '/t', 'T')`.execute(db);
  const kinds = [
    ['held-then-approved', 'approved', 'First comment of this author'],
    ['published-at-once', 'approved', null],
    ['waiting', 'pending', 'First comment of this author'],
  ];
  for (const [id, status, reason] of kinds)
    await sql`insert into comments (id, thread_key, root_id, status, reason, author_name, body, html, markup_version,
      submission_id, visitor, created_at) values (${id}, 't', ${id}, ${status}, ${reason}, 'Ann', '', '', 1, ${id}, 'v', 7)`.execute(
      db,
    );
  await up?.(db);
  const rows = await db.selectFrom('comments').select(['id', 'decided_at', 'address']).orderBy('id').execute();
  expect(rows).toEqual([
    { id: 'held-then-approved', decided_at: 7, address: null },
    { id: 'published-at-once', decided_at: null, address: null },
    { id: 'waiting', decided_at: null, address: null },
  ]);
});
