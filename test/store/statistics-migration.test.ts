import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { SharedSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';

test('when comments were first decided on is taken from the log, undone decisions left out', async () => {
  await using db = new Kysely<Schema>({ dialect: new SharedSqliteDialect(new Database(':memory:')) });
  const { '0011-statistics': up, ...before } = commentMigrations('text', upkeep);
  for (const earlier of Object.values(before)) await earlier(db);
  await sql`insert into threads (key, url, title) values ('t', '/t', 'T')`.execute(db);
  const comments: readonly (readonly [string, number | null])[] = [
    ['decided-twice', 20],
    ['undone', null],
    ['undone-and-redone', 10],
    ['before-the-log', 7],
  ];
  for (const [id, decided] of comments)
    await sql`insert into comments (id, thread_key, root_id, status, reason, author_name, body, html, markup_version,
      submission_id, visitor, created_at, decided_at)
      values (${id}, 't', ${id}, 'pending', 'Links', 'Ann', '', '', 1, ${id}, 'v', 7, ${decided})`.execute(db);
  const steps: readonly (readonly [string, number | null, number | null])[] = [
    ['decided-twice', null, 10],
    ['undone', null, 10],
    ['undone-and-redone', null, 10],
    ['decided-twice', 10, 20],
    ['undone', 10, null],
    ['undone-and-redone', 10, null],
    ['undone-and-redone', null, 10],
  ];
  for (const [number, [id, from, to]] of steps.entries())
    await sql`insert into decisions (number, batch, comment_id, moderator_id, from_status, to_status, decided_before,
      decided_after, at, hash) values (${number}, 'b', ${id}, 'mo', 'pending', 'spam', ${from}, ${to}, 1, '')`.execute(
      db,
    );
  await up?.(db);
  const rows = await db.selectFrom('comments').select(['id', 'first_decided_at', 'rule']).orderBy('id').execute();
  expect(rows.map(({ id, first_decided_at, rule }) => [id, first_decided_at, rule])).toEqual([
    ['before-the-log', null, 'unnamed'],
    ['decided-twice', 10, 'unnamed'],
    ['undone', null, 'unnamed'],
    ['undone-and-redone', 10, 'unnamed'],
  ]);
});
