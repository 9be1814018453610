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
    const mounted = comments({ data, log, databaseUrl: ':memory:' });
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
    expect([posted.status, posted.headers.location]).toEqual([
      303,
      expect.stringMatching(/^\/talk\/articles\/.+#comment-/),
    ]);
    await mounted.close();
    await rm(data, { recursive: true });
  });

  test.each([
    [{ firstComment: 'maybe' }, /firstComment must be "hold" or "publish"/],
    [{ secret: 'short' }, /secret must have at least 32 characters/],
    [{ databaseUrl: 'mysql://x' }, /databaseUrl must start with postgres:/],
    [{ commentsPerPage: 0 }, /commentsPerPage/],
    [{ aricles: './x' }, /does not know aricles/],
  ])('%j is refused where it is called, with the remedy', (options, message) => {
    expect(() => comments(options as CommentsOptions)).toThrow(message);
  });

  test('a database that cannot be reached rejects `ready`, and requests are told no more than that', async () => {
    const mounted = comments({ log, secret: 'x'.repeat(32), databaseUrl: 'postgres://postgres@127.0.0.1:9/nowhere' });
    await expect(mounted.ready).rejects.toThrow(/ECONNREFUSED/);
    const answer = await openBrowser(express().use(mounted)).open('/');
    expect([answer.status, answer.html]).toEqual([503, 'This site cannot reach its data just now.\n']);
  });
});
