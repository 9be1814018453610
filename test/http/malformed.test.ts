import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import request from 'supertest';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('requests that cannot be read', (world) => {
  test('64 KB are read, one byte more is refused with 413 and a sentence', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const rest = new URLSearchParams({ ...(page.reply as Record<string, string>), author: 'Ann', body: '' }).toString();
    const send = (bytes: number) =>
      ann.agent
        .post(`${article}/comments`)
        .type('form')
        .send(`${rest}&pad=${'x'.repeat(bytes - rest.length - 5)}`);
    expect((await send(65_536)).status).toBe(422);
    const refused = await send(65_537);
    expect([refused.status, refused.text]).toEqual([413, expect.stringContaining('64 KB')]);
  });

  test.each([
    ['invalid UTF-8', 'body=%ff%fe&author=Ann'],
    ['a broken escape', 'body=%zz&author=Ann'],
    ['a lone surrogate', 'body=%ed%a0%80&author=Ann'],
  ])('%s is refused with 400', async (_what, body) => {
    const ann = world().visitor();
    await ann.open(article);
    expect((await ann.agent.post(`${article}/comments`).type('form').send(body)).status).toBe(400);
  });

  test.each([
    '/articles/%00',
    '/articles/%E0%A4%A',
    '/articles/..%2f..%2fetc%2fpasswd',
    '/assets/..%2fpackage.json',
    `/${'x'.repeat(4_000)}`,
  ])('%.40s is a plain 4xx', async (path) => {
    const answer = await request(world().app).get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/node_modules|\/src\/|Error:/);
  });

  test.each([
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n'],
    ['an odd host', 'GET / HTTP/1.1\r\nHost: a b@"c\r\n\r\n'],
    ['a whole URL', 'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a negative length', 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n'],
    ['a broken version', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'],
  ])('%s is answered with 400 or 505', async (_what, bytes) => {
    expect(await rawStatus(bytes)).toMatch(/^HTTP\/1\.1 (400|505)/);
  });

  /** The status line of what a server on a real socket answers to these very bytes. */
  function rawStatus(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const server = world().app.listen(0, '127.0.0.1', () => {
        const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes));
        socket.once('data', (data) => {
          socket.destroy();
          server.close(() => resolve(String(data).split('\r\n')[0] ?? ''));
        });
        socket.once('error', reject);
      });
    });
  }
});
