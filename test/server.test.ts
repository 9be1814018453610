import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { type Config, readConfig } from '../src/config.ts';
import { createServer, type Server } from '../src/server.ts';

const silent = pino({ level: 'silent' });
const fromHere = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };

describe('the standalone server', () => {
  let dataDir = '';
  let server: Server;
  const config = (environment = {}): Config => readConfig({ PORT: '0', DATA_DIR: dataDir, ...environment });
  const start = (environment = {}) => {
    server = createServer(config(environment), silent);
    return server.start();
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'server-'));
  });
  afterEach(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  test('says where it listens, is alive and ready, and makes its data folder private', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    for (const path of ['/healthz', '/readyz', '/']) expect((await fetch(url + path)).status).toBe(200);
    expect((await stat(join(dataDir, 'session-secret'))).mode & 0o777).toBe(0o600);
  });

  test('the setup link makes the first moderator once, also when used twenty times at once', async () => {
    const { setupUrl, url } = await start();
    const token = new URL(setupUrl ?? '').searchParams.get('token') ?? '';
    expect((await fetch(setupUrl ?? '')).status).toBe(200);
    const create = (email: string, password = 'a long enough password') =>
      fetch(`${url}/setup`, {
        method: 'POST',
        redirect: 'manual',
        headers: fromHere,
        body: new URLSearchParams({ token, email, password }),
      });
    expect((await create('mo@example.org', 'too short')).status).toBe(422);
    const answers = await Promise.all(Array.from({ length: 20 }, (_each, at) => create(`mo${at}@example.org`)));
    expect(answers.filter((answer) => answer.status === 303).length).toBe(1);
    expect((await create('late@example.org')).status).toBe(404);
    await server.stop();
    expect((await start()).setupUrl).toBeNull();
  });

  test('requests in flight finish when it stops, and a second stop changes nothing', async () => {
    const { url } = await start();
    const page = await fetch(`${url}/sign-in`);
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const body = new URLSearchParams({ email: 'nobody@example.org', password: 'some password or other' });
    const inFlight = fetch(`${url}/sign-in`, { method: 'POST', headers: { ...fromHere, cookie }, body });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const stopped = Promise.all([server.stop(), server.stop()]);
    expect((await inFlight).status).toBe(422);
    await stopped;
    await expect(fetch(url)).rejects.toThrow();
  });

  test('under TLS cookies are Secure and __Host-, links come from the public address, and below its path', async () => {
    const { url } = await start({ BASE_URL: 'https://news.example.org/talk', TRUST_PROXY: 'loopback', PORT: '0' });
    expect(url).toBe('https://news.example.org/talk');
  });

  test('a port that is taken is an error, and everything is closed again', async () => {
    const { url } = await start();
    const second = createServer(config({ PORT: new URL(url).port }), silent);
    await expect(second.start()).rejects.toThrow(/EADDRINUSE/);
    await second.stop();
  });
});
