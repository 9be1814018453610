import { expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import { moderatorStore } from '../../src/store/moderators.ts';
import type { Schema } from '../../src/store/schema.ts';
import { SharedSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';

test('moderators of before, and those whom an older version adds beside us, are owners with a name', async () => {
  await using db = new Kysely<Schema>({ dialect: new SharedSqliteDialect(new Database(':memory:')) });
  const { '0001-comments': before, '0007-people': up } = commentMigrations('text', upkeep);
  const add = (id: string) =>
    sql`insert into moderators (id, email, password_hash, created_at) values (${id}, ${`${id}@example.org`}, 'h', 7)`.execute(
      db,
    );
  await before?.(db);
  await add('ann');
  await up?.(db);
  await add('bob');
  const known = { role: 'owner', passwordHash: 'h', createdAt: 7, seenAt: null, disabledAt: null, secondFactor: null };
  expect(await moderatorStore(db).all()).toEqual([
    { id: 'ann', email: 'ann@example.org', name: 'ann', ...known },
    { id: 'bob', email: 'bob@example.org', name: 'bob', ...known },
  ]);
});
