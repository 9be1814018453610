import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
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
    await server.stop().catch(() => undefined);
    await rm(dataDir, { recursive: true });
  });

  test('says where it listens, is alive and ready, and makes its data folder private', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    for (const path of ['/healthz', '/readyz', '/']) expect((await fetch(url + path)).status).toBe(200);
    for (const file of ['session-secret', 'comments.db', 'comments.db-wal', 'sessions.db']) {
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
    }
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
    expect((await fetch(setupUrl ?? '')).status).toBe(404);
    await server.stop();
    expect((await start()).setupUrl).toBeNull();
  });

  test('requests in flight finish when it stops, and a second stop changes nothing', async () => {
    const { url } = await start();
    const body = new URLSearchParams({ email: 'nobody@example.org', password: 'some password or other' }).toString();
    const headers = { ...fromHere, expect: '100-continue', 'content-length': body.length };
    const inFlight = request(`${url}/sign-in`, { method: 'POST', headers });
    const answered = once(inFlight, 'response');
    inFlight.flushHeaders();
    // Asked for the body, the request has certainly arrived.
    await once(inFlight, 'continue');
    const stopped = Promise.all([server.stop(), server.stop()]);
    await expect(fetch(url)).rejects.toThrow();
    inFlight.end(body);
    const [response] = (await answered) as [IncomingMessage];
    expect(response.resume().statusCode).toBe(422);
    await stopped;
  });

  test('streams that pages of moderators keep open end when it stops', async () => {
    const { setupUrl, url } = await start();
    const token = new URL(setupUrl ?? '').searchParams.get('token') ?? '';
    const body = new URLSearchParams({ token, email: 'mo@example.org', password: 'a long enough password' });
    const made = await fetch(`${url}/setup`, { method: 'POST', redirect: 'manual', headers: fromHere, body });
    const cookie = made.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    const stream = await fetch(`${url}/moderation/events`, { headers: { cookie: cookie.join('; ') } });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(await stream.text()).toBe('retry: 3000\n\n');
  });

  test('with a public address links come from it, and the pages lie below its path', async () => {
    const { address, url, setupUrl } = await start({ BASE_URL: 'https://news.example.org/talk' });
    expect((await fetch(`${address}/talk/healthz`)).status).toBe(200);
    expect((await fetch(address)).status).toBe(404);
    expect(url).toBe('https://news.example.org/talk');
    expect(setupUrl).toMatch(/^https:\/\/news\.example\.org\/talk\/setup\?token=/);
  });

  test.each([
    ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://postgres:canary@127.0.0.1:9/nowhere' }],
    ['HOST', { HOST: '192.0.2.1' }],
  ])('what keeps it from starting is said with the name of the setting: %s', async (name, environment) => {
    const failure = await start(environment).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(failure).toContain(name);
    expect(failure).not.toContain('canary');
  });

  test('a port that is taken is an error, and everything is closed again', async () => {
    const { url } = await start();
    const second = createServer(config({ PORT: new URL(url).port }), silent);
    await expect(second.start()).rejects.toThrow(/Port \d+ is taken.*PORT/);
    await second.stop();
  });
});
