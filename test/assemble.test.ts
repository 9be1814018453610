import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import pino from 'pino';
import { comments } from '../src/assemble.ts';
import type { CommentsOptions } from '../src/options.ts';
import { openBrowser } from './support/browser.ts';

const log = pino({ level: 'silent' });

describe('comments()', () => {
  test('mounted below a path, every link and form stays below it, and the host keeps the rest', async () => {
    const data = await mkdtemp(join(tmpdir(), 'mounted-'));
    let time = Date.UTC(2022, 0, 14);
    // People think: each look at the clock is seconds after the one before.
    const mounted = comments({ data, log, databaseUrl: ':memory:', now: () => (time += 4_000) });
    const host = express().use('/talk', mounted);
    host.get('/', (_req, res) => void res.send('the host'));
    const ann = openBrowser(host);
    expect((await ann.open('/')).html).toBe('the host');
    const list = await ann.open('/talk/');
    const path = list.$('main a[href*="/articles/"]').attr('href') ?? '';
    const page = await ann.open(path);
    const local = page.$('[href^="/"], [src^="/"], [action^="/"]').toArray();
    const addresses = local.map(
      (element) => page.$(element).attr('href') ?? page.$(element).attr('src') ?? page.$(element).attr('action'),
    );
    expect(addresses.filter((address) => !address?.startsWith('/talk/'))).toEqual([]);
    const posted = await ann.submit(page, 'form[action$="/comments"]', {
      ...page.reply,
      body: 'From a mounted page',
      author: 'Ann',
    });
    await mounted.close();
    await rm(data, { recursive: true });
    expect([posted.status, posted.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/talk\/articles\/.+#comment-/),
    ]);
  });

  test.each([
    [{ firstComment: 'maybe' }, /firstComment must be "hold" or "publish"/],
    [{ secret: 'short' }, /secret must have at least 32 characters/],
    [{ databaseUrl: 'mysql://x' }, /databaseUrl must start with postgres:/],
    [{ commentsPerPage: 0 }, /commentsPerPage/],
    [{ replyDepth: 9 }, /replyDepth/],
    [{ likes: false }, /likes must be "on" or "off"/],
    [{ aricles: './x' }, /does not know aricles/],
    [{ limits: { 'publish-addres': { points: 1, seconds: 1 } } }, /does not know publish-addres;/],
    [
      { limits: { 'publish-address': { points: 1 } } },
      /limits.publish-address.seconds must be a whole number of at least 1/,
    ],
    [{ metricsToken: 'short' }, /metricsToken must have at least 16/],
  ])('%j is refused where it is called, with the remedy', (options, message) => {
    expect(() => comments(options as CommentsOptions)).toThrow(message);
  });

  test('what is weaker than by default is said at the start, and nothing else', async () => {
    const warningsOf = async (options: CommentsOptions) => {
      const lines: string[] = [];
      const told = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
      const mounted = comments({ log: told, databaseUrl: ':memory:', secret: 'x'.repeat(32), ...options });
      await mounted.ready;
      await mounted.close();
      return lines;
    };
    expect(await warningsOf({})).toEqual([]);
    const tighter = { 'publish-address': { points: 1, seconds: 600 }, 'held-site': { points: 500, seconds: 7_200 } };
    expect(await warningsOf({ limits: tighter, challengeThinkSeconds: 10, mostLinks: 0 })).toEqual([]);
    const weaker = { 'publish-address': { points: 4, seconds: 600 }, 'held-site': { points: 500, seconds: 1_800 } };
    const rest = { firstComment: 'publish', challengeThinkSeconds: 0, challengeOutstanding: 9, mostLinks: 2 } as const;
    expect(await warningsOf({ limits: weaker, ...rest })).toEqual([
      'The guard is weaker than by default: first comments are published at once (default: held); think time 0 s (default 3 s); ' +
        '9 open forms a visit (default 8); 2 links a comment (default 1); publish-address 4 in 10 minutes (default 3 in 10 minutes); ' +
        'held-site 500 in 30 minutes (default 500 in one hour).',
    ]);
  });

  test('a database that cannot be reached rejects `ready`, and requests are told no more than that', async () => {
    const mounted = comments({ log, secret: 'x'.repeat(32), databaseUrl: 'postgres://postgres@127.0.0.1:9/nowhere' });
    await expect(mounted.ready).rejects.toThrow(/ECONNREFUSED/);
    const answer = await openBrowser(express().use(mounted)).open('/');
    expect([answer.status, answer.html]).toEqual([503, 'This site cannot reach its data just now.\n']);
  });
});
