import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Migrations } from '../../src/store/migrate.ts';
import { checkMigrated, migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import type { Schema } from '../../src/store/schema.ts';
import { SharedSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { engines } from '../support/engines.ts';

const run = promisify(execFile);
const opener = new URL('../support/open-store.ts', import.meta.url).pathname;

const first: Migrations = { '0001-a': { up: (db) => db.schema.createTable('a').addColumn('id', 'text').execute() } };
const second: Migrations = {
  ...first,
  '0002-b': { up: (db) => db.schema.createTable('b').addColumn('id', 'text').execute() },
};

describe('migrations', () => {
  test('an interrupted one leaves nothing behind and can be run again', async () => {
    await using db = inMemory();
    const broken: Migrations = {
      ...first,
      '0002-b': {
        async up(trx) {
          await second['0002-b']?.up(trx);
          throw new Error('the power went');
        },
      },
    };
    await expect(migrate(db, broken)).rejects.toThrow('the power went');
    expect(await tables(db)).toEqual([]);
    await expect(checkMigrated(db, second)).rejects.toThrow('The database lacks 0001-a, 0002-b');
    await migrate(db, second);
    expect(await tables(db)).toEqual(['a', 'b']);
    await checkMigrated(db, second);
  });

  test('an older version still starts on a database that a newer one moved on', async () => {
    await using db = inMemory();
    await migrate(db, second);
    await migrate(db, first);
    await checkMigrated(db, first);
    expect(await tables(db)).toEqual(['a', 'b']);
  });

  test.each(engines.filter((engine) => engine.lasting))('six processes may start at once on $name', async (engine) => {
    const place = await engine.provide();
    const starts = Array.from({ length: 6 }, () => run('node', [opener, place.databaseUrl, place.dataDir]));
    const outputs = await Promise.all(starts);
    expect(outputs.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 6 }, () => 'ready\n'));
    const store = await openStore({ ...place, now: Date.now });
    expect(await store.moderators.count()).toBe(6);
    await store.close();
    await place.remove();
  });
});

function inMemory(): Kysely<Schema> & AsyncDisposable {
  return new Kysely<Schema>({ dialect: new SharedSqliteDialect(new Database(':memory:')) });
}

async function tables(db: Kysely<Schema>): Promise<readonly string[]> {
  const query = sql<{ readonly name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'kysely%' order by name`;
  return (await query.execute(db)).rows.map((row) => row.name);
}
