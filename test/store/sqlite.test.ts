import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine } from '../../src/store/engine.ts';
import { openStore } from '../../src/store/open.ts';
import type { Schema } from '../../src/store/schema.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

describe('the SQLite engine', () => {
  let dataDir: string;
  let engine: Engine;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leave-a-reply-'));
    engine = await openSqlite({ dataDir });
    await engine.migrate();
  });
  afterEach(async () => {
    await engine.close();
    await rm(dataDir, { recursive: true });
  });

  test('comments wait for the disk at every commit; sessions may lose the last second', async () => {
    expect(await pragmas(engine.db)).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      busy_timeout: 5,
    });
    expect(await pragmas(engine.sessions)).toMatchObject({ journal_mode: 'wal', synchronous: 1 });
  });

  test('relaxed work does not wait, and everything after it does again, even after a failure', async () => {
    const synchronous = (db: Kysely<Schema>) => pragma(db, 'synchronous');
    expect(await engine.relaxed(synchronous)).toBe(1);
    expect(await engine.durable(synchronous)).toBe(2);
    await expect(engine.relaxed(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await synchronous(engine.db)).toBe(2);
    expect((await pragmas(engine.db)).busy_timeout).toBe(5);
  });

  test('waits for another writer without blocking this process', async () => {
    const other = await openSqlite({ dataDir });
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    const slow = engine.durable(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));
    const waiting = other.durable(async () => 'done');
    expect(await Promise.all([slow, waiting])).toEqual([undefined, 'done']);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
    await other.close();
  });

  test('keeps an error when SQLite has rolled back by itself', async () => {
    const work = engine.durable(async (db) => {
      await sql`rollback`.execute(db);
      throw new Error('disk full');
    });
    await expect(work).rejects.toThrow('disk full');
    expect(await engine.durable(async () => 'usable')).toBe('usable');
  });

  test('knows what passes by itself', async () => {
    const codes = [
      'SQLITE_BUSY',
      'SQLITE_BUSY_SNAPSHOT',
      'SQLITE_FULL',
      'SQLITE_IOERR_WRITE',
      'SQLITE_READONLY',
      'SQLITE_CANTOPEN',
    ];
    for (const code of codes) expect(engine.isUnavailable({ code })).toBe(true);
    for (const error of [
      { code: 'SQLITE_CONSTRAINT_UNIQUE' },
      new Error('SQLITE_BUSY'),
      null,
      undefined,
      'SQLITE_FULL',
    ]) {
      expect(engine.isUnavailable(error)).toBe(false);
    }
  });

  test('a full disk is told as such, loses nothing and is over when there is room', async () => {
    const pages = await pragma(engine.db, 'page_count');
    await sql.raw(`pragma max_page_count = ${pages}`).execute(engine.db);
    const write = () => engine.durable((db) => sql`create table filler as select zeroblob(100000) as room`.execute(db));
    const error = await write().catch((reason: unknown) => reason);
    expect(engine.isUnavailable(error)).toBe(true);
    await sql.raw('pragma max_page_count = 1000000').execute(engine.db);
    await write();
  });

  test('nobody else may look into the folder it made', async () => {
    const made = join(dataDir, 'a', 'b');
    const store = await openStore({ databaseUrl: 'sqlite:', dataDir: made, now: Date.now });
    await store.close();
    expect((await stat(made)).mode & 0o777).toBe(0o700);
  });
});

async function pragmas(db: Kysely<Schema>): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) found[name] = await pragma(db, name);
  const { rows } = await sql<{ readonly timeout: number }>`pragma busy_timeout`.execute(db);
  return { ...found, busy_timeout: rows[0]?.timeout };
}

async function pragma(db: Kysely<Schema>, name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db);
  return rows[0]?.[name];
}
