import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { InTransaction } from '../../src/store/engine.ts';
import type { Migrations } from '../../src/store/migrate.ts';
import { checkMigrated, migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import type { Schema } from '../../src/store/schema.ts';
import { SharedSqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { engines } from '../support/engines.ts';

const start = promisify(execFile);
const opener = new URL('../support/open-store.ts', import.meta.url).pathname;

const first: Migrations = { '0001-a': create('a') };
const second: Migrations = { ...first, '0002-b': create('b') };

describe('migrations', () => {
  test('an interrupted one leaves nothing behind and can be run again', async () => {
    await using db = inMemory();
    const interrupted = async (trx: Kysely<Schema>) => {
      await create('b')(trx);
      throw new Error('the power went');
    };
    await expect(run(db, { ...first, '0002-b': interrupted })).rejects.toThrow('the power went');
    expect(await tables(db)).toEqual([]);
    await run(db, second);
    expect(await tables(db)).toEqual(['a', 'b', 'migrations']);
    await checkMigrated(db, second);
  });

  test('run once, and the check names those that have not', async () => {
    await using db = inMemory();
    await run(db, first);
    await expect(checkMigrated(db, second)).rejects.toThrow('The database lacks 0002-b');
    await run(db, second);
    await run(db, second);
    await checkMigrated(db, second);
  });

  test('run in the order of their names', async () => {
    await using db = inMemory();
    const late = (trx: Kysely<Schema>) => trx.schema.alterTable('b').addColumn('more', 'text').execute();
    await run(db, { '0003-more': late, ...second });
    await checkMigrated(db, { ...second, '0003-more': late });
  });

  test('an older version still starts on a database that a newer one moved on', async () => {
    await using db = inMemory();
    await run(db, second);
    await run(db, first);
    await checkMigrated(db, first);
  });

  test.each(engines.filter((engine) => engine.lasting))('six processes may start at once on $name', async (engine) => {
    const place = await engine.provide();
    const starts = Array.from({ length: 6 }, () => start('node', [opener, place.databaseUrl, place.dataDir]));
    const outputs = await Promise.all(starts);
    expect(outputs.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 6 }, () => 'ready\n'));
    const store = await openStore({ ...place, now: Date.now });
    expect(await store.people.moderators.count()).toBe(6);
    await store.close();
    await place.remove();
  });
});

function create(table: string) {
  return (db: Kysely<Schema>) => db.schema.createTable(table).addColumn('id', 'text').execute();
}

function run(db: Kysely<Schema>, migrations: Migrations): Promise<void> {
  const durable: InTransaction = (work) => db.transaction().execute(work);
  return migrate(durable, async () => undefined, migrations);
}

function inMemory(): Kysely<Schema> & AsyncDisposable {
  return new Kysely<Schema>({ dialect: new SharedSqliteDialect(new Database(':memory:')) });
}

async function tables(db: Kysely<Schema>): Promise<readonly string[]> {
  const query = sql<{ readonly name: string }>`
    select name from sqlite_master where type = 'table' order by name`;
  return (await query.execute(db)).rows.map((row) => row.name);
}
