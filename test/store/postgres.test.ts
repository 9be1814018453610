import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Engine } from '../../src/store/engine.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import type { Place, Engine as TestEngine } from '../support/engines.ts';
import { engines } from '../support/engines.ts';

describe('PostgreSQL that is away', () => {
  test('a closed port is told at once', async () => {
    const { unavailable, took } = await askAt(await freePort());
    expect(unavailable).toBe(true);
    expect(took).toBeLessThan(1_000);
  });

  test('a server that accepts and never speaks is given up within two seconds', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { unavailable, took } = await askAt((silent.address() as AddressInfo).port);
    silent.close();
    expect(unavailable).toBe(true);
    expect(took).toBeLessThan(2_000);
  });
});

/** None where no server is given: the summary of the run says so. */
const servers = engines.filter((engine) => engine.name === 'PostgreSQL');

for (const server of servers) describe(`the ${server.name} engine`, () => engineTests(server));

function engineTests(server: TestEngine): void {
  let place: Place;
  let engine: Engine;
  const warnings: string[] = [];
  const log = { warn: (_details: object, message: string) => void warnings.push(message) };
  const open = (settings = '') => openPostgres(`${place.databaseUrl}${settings}`, log);

  beforeEach(async () => {
    warnings.length = 0;
    place = await server.provide();
    engine = open();
    await engine.migrate();
  });
  afterEach(async () => {
    await engine.close();
    await place.remove();
  });

  test('outlives a server that drops its connections, idle or at work', async () => {
    await engine.check();
    const work = engine.durable(async (db) => {
      await dropConnection(engine, await pidOf(db));
      return pidOf(db);
    });
    const error = await work.catch((reason: unknown) => reason);
    expect(engine.isUnavailable(error)).toBe(true);
    await engine.check();
    expect(warnings).toContain('A connection to the database broke.');
  });

  test('does not lend a connection again that still waits for an answer', async () => {
    const hasty = open('&query_timeout=300');
    const error = await sql`select pg_sleep(2)`.execute(hasty.db).catch((reason: unknown) => reason);
    expect(hasty.isUnavailable(error)).toBe(true);
    await hasty.check();
    const broken = hasty.durable((db) => sql`select pg_sleep(2)`.execute(db));
    expect(hasty.isUnavailable(await broken.catch((reason: unknown) => reason))).toBe(true);
    await hasty.check();
    await hasty.close();
  });

  test('warns of settings that lose comments at power loss', async () => {
    expect(warnings.filter((warning) => warning.includes('synchronous_commit'))).toEqual([]);
    const loose = open('%20-c%20synchronous_commit=off');
    await loose.migrate();
    await loose.close();
    expect(warnings.join()).toMatch(/synchronous_commit.* off: comments may be lost at power loss/);
  });

  test('relaxed work does not wait for the disk; durable work does', async () => {
    const setting = sql<{ readonly synchronous_commit: string }>`show synchronous_commit`;
    const ask = async (db: typeof engine.db) => (await setting.execute(db)).rows[0]?.synchronous_commit;
    expect(await engine.relaxed(ask)).toBe('off');
    expect(await engine.durable(ask)).toBe('on');
  });

  test('ids sort by bytes whatever the language of the database', async () => {
    const collations = sql<{ readonly name: string }>`
      select distinct collation_name as name from information_schema.columns
      where table_schema = current_schema() and table_name in ('comments', 'challenges', 'sessions')
        and column_name in ('id', 'root_id', 'thread_key', 'session')`;
    expect((await collations.execute(engine.db)).rows).toEqual([{ name: 'C' }]);
  });
}

async function pidOf(db: Engine['db']): Promise<number | undefined> {
  return (await sql<{ readonly pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
}

async function dropConnection(engine: Engine, pid: number | undefined): Promise<void> {
  await sql`select pg_terminate_backend(${pid})`.execute(engine.db);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

async function askAt(port: number): Promise<{ readonly unavailable: boolean; readonly took: number }> {
  const engine = openPostgres(`postgres://postgres@127.0.0.1:${port}/test`);
  const start = performance.now();
  const error = await engine.check().catch((reason: unknown) => reason);
  const took = performance.now() - start;
  await engine.close();
  return { unavailable: engine.isUnavailable(error), took };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
