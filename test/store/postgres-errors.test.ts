import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { openPostgres } from '../../src/store/postgres.ts';
import { isUnavailable } from '../../src/store/postgres-errors.ts';

describe('PostgreSQL that is away', () => {
  test.each([
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '53300',
    '53100',
    '25006',
    '57014',
    '40P01',
    'ECONNREFUSED',
    'ENOTFOUND',
  ])('%s passes by itself', (code) => expect(isUnavailable({ code })).toBe(true));

  test.each(['23505', '42P01', '22021', '0800', 'X08006', 'ERR_INVALID_ARG_TYPE'])('%s is a bug', (code) =>
    expect(isUnavailable({ code, message: 'no' })).toBe(false),
  );

  test('what is no error is none', () => {
    for (const value of [null, undefined, 'ECONNREFUSED', 8]) expect(isUnavailable(value)).toBe(false);
  });

  test('a closed port is told at once', async () => {
    const { error, took } = await askAt(await freePort());
    expect(isUnavailable(error)).toBe(true);
    expect(took).toBeLessThan(1_000);
  });

  test('a server that accepts and never speaks is given up within two seconds', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { error, took } = await askAt((silent.address() as AddressInfo).port);
    silent.close();
    expect(isUnavailable(error)).toBe(true);
    expect(took).toBeLessThan(2_000);
  });
});

async function askAt(port: number): Promise<{ readonly error: unknown; readonly took: number }> {
  const engine = openPostgres(`postgres://postgres@127.0.0.1:${port}/test`);
  const start = performance.now();
  const error = await engine.check().catch((reason: unknown) => reason);
  const took = performance.now() - start;
  await engine.close();
  return { error, took };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
