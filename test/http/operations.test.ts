import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { engines } from '../support/engines.ts';
import { article, describeOnEveryEngine, idOf, openWorld, writeReply } from '../support/world.ts';

describeOnEveryEngine('health', (world) => {
  test('the process is alive and the database ready', async () => {
    expect((await world().visitor().open('/healthz')).html).toBe('ok\n');
    expect((await world().visitor().open('/readyz')).html).toBe('ready\n');
  });

  test('an unknown page is a page of its own', async () => {
    const page = await world().visitor().open('/nowhere/at/all');
    expect([page.status, page.$('h1').text()]).toEqual([404, 'Page not found']);
    expect((await world().visitor().open('/articles/unwritten')).status).toBe(404);
    expect((await world().visitor().post('/articles/unwritten/comments', { body: 'x' })).status).toBe(404);
  });
});

describe.each(engines.map((engine) => [engine.name, engine] as const))(
  'a database that is gone (%s)',
  (_name, engine) => {
    test('is told to those who watch, and to a visitor as a plain page with a number for the log', async () => {
      const world = await openWorld(engine);
      await world.comments.close();
      expect((await world.visitor().open('/healthz')).status).toBe(200);
      expect((await world.visitor().open('/readyz')).status).toBe(503);
      const page = await world.visitor().open(article);
      expect(page.status).toBe(500);
      const id = page.headers['x-request-id'] ?? 'none';
      expect(page.$('main').text()).toContain(id);
      expect(page.html).not.toMatch(/\/src\/|node_modules|not open|pool/i);
      const lost = await world.visitor().post(`${article}/comments`, { body: 'Kept all the same', author: 'Ann' });
      expect([lost.status, lost.reply.body]).toEqual([500, 'Kept all the same']);
      expect(lost.$('main').text()).toContain(lost.headers['x-request-id']);
      expect(world.logged.some((line) => line.includes(id) && line.includes('"stack"'))).toBe(true);
      await world.remove();
    });
  },
);

describe('a database that cannot be written just now', () => {
  const files = engines.find((engine) => engine.name === 'SQLite files');

  test('costs nobody their text or their sum: the page holds both, and one press sends them again', async () => {
    if (!files) throw new Error('SQLite files are always among the engines');
    const world = await openWorld(files, { firstComment: 'publish' });
    const ann = world.visitor();
    const parent = idOf(await writeReply(ann, { body: 'To be answered' }));
    const page = await ann.open(`${article}?replyTo=${parent}`);
    const other = new Database(join(world.dataDir, 'comments.db'));
    other.exec('begin immediate');
    const away = await ann.post(`${article}/comments`, { ...page.reply, body: '\nNot lost', author: 'Ann' });
    other.exec('rollback');
    other.close();
    expect([away.status, away.headers['retry-after']]).toEqual([503, '5']);
    expect(away.reply).toMatchObject({
      body: '\nNot lost',
      author: 'Ann',
      parentId: parent,
      challenge: page.reply.challenge,
      response: page.reply.response,
    });
    const again = await ann.submit(away, 'form[action$="/comments"]');
    expect(again.status).toBe(303);
    expect((await ann.open(article)).html).toContain('Not lost');
    await world.close();
  });
});
