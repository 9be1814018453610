import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Engine } from '../../src/store/engine.ts';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aComment, thread } from './samples.ts';

describe('clearing SQLite’s files', () => {
  let dataDir: string;
  let engine: Engine;
  const size = async (): Promise<number> => (await stat(join(dataDir, 'comments.db-wal'))).size;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leave-a-reply-'));
    engine = await openSqlite({ dataDir });
    await engine.migrate();
  });
  afterEach(async () => {
    await engine.close();
    await rm(dataDir, { recursive: true });
  });

  test('what is deleted is overwritten, and cleared out of the files as soon as nobody reads what was before', async () => {
    const { rows } = await sql<{ secure_delete: number }>`pragma secure_delete`.execute(engine.db);
    expect(rows).toEqual([{ secure_delete: 1 }]);
    const other = await openSqlite({ dataDir });
    await sql`create table gone (words text)`.execute(engine.db);
    await other.db.connection().execute(async (reader) => {
      await sql`begin`.execute(reader);
      await sql`select * from gone`.execute(reader);
      await sql`insert into gone values ('words')`.execute(engine.db);
      await expect(engine.scrub()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
      await sql`commit`.execute(reader);
    });
    expect(await size()).toBeGreaterThan(0);
    await engine.scrub();
    expect(await size()).toBe(0);
    await other.close();
  });

  test('what could not be cleared at once is said in the log, and cleared with the next sweep', async () => {
    const said: string[] = [];
    const log = { warn: (_details: object, message: string) => void said.push(message) };
    const store = await openStore({ databaseUrl: 'sqlite:', dataDir, log, now: Date.now });
    await engine.db.connection().execute(async (reader) => {
      await sql`begin`.execute(reader);
      await sql`select * from threads`.execute(reader);
      await store.comments.add(aComment(1), thread);
      await store.scrub();
      await sql`commit`.execute(reader);
    });
    expect(said).toEqual([expect.stringContaining('still in the files')]);
    expect(await size()).toBeGreaterThan(0);
    await store.sweep(Date.now());
    expect(await size()).toBe(0);
    await store.close();
  });
});
