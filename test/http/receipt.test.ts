import { expect, test } from '@jest/globals';
import request from 'supertest';
import { hashOfSecret } from '../../src/comments/secret.ts';
import { engines } from '../support/engines.ts';
import { keptReply, linkIn } from '../support/receipts.ts';
import { wholeDatabase } from '../support/whole-database.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const lasting = engines.filter((engine) => engine.lasting);

describeOnEveryEngine(
  'what is kept of a private link',
  (world) => {
    test('is a hash: no row of any table holds its token', async () => {
      const { id, token } = await keptReply(world(), { body: 'Only hashed' });
      expect(token).toMatch(/^[\w-]{43}$/);
      const rows = [...(await wholeDatabase(world())).values()].flat();
      expect(rows.filter((row) => row.includes(token))).toEqual([]);
      expect(rows.some((row) => row.includes(hashOfSecret(token)) && row.includes(id))).toBe(true);
    });
  },
  {},
  lasting,
);

describeOnEveryEngine('the private link of a comment', (world) => {
  test('is shown once, beside the comment it belongs to, on a page that no cache keeps', async () => {
    const writer = world().visitor();
    const posted = await writeReply(writer, { body: 'Mine to keep' });
    const cookie = [posted.headers['set-cookie'] ?? []].flat().find((each) => each.startsWith('receipt='));
    expect(cookie).toMatch(/^receipt=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const other = await world().visitor().open(article);
    expect(linkIn(other)).toBeUndefined();
    const page = await writer.open(posted.headers.location ?? '');
    expect(page.$(`#comment-${idOf(posted)} .receipt-note a`).text()).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/receipt\?token=[\w-]{43}$/,
    );
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect(linkIn(await writer.open(article))).toBeUndefined();
  });

  test('is not taken from the page by whoever only asks for the head of it', async () => {
    const writer = world().visitor();
    const posted = await writeReply(writer, { body: 'Looked at by a prefetcher' });
    expect((await writer.agent.head(article)).headers['set-cookie']).toBeUndefined();
    expect(linkIn(await writer.open(posted.headers.location ?? ''))).toBeDefined();
  });

  test('a double click shows one that works, whichever answer the browser keeps; it ends at three', async () => {
    const writer = world().visitor();
    const page = await writer.open(article);
    const fields = { ...page.reply, body: 'Clicked twice', author: 'Ann' };
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(await writer.post(`${article}/comments`, fields));
    expect(answers.map(({ headers }) => String(headers['set-cookie'] ?? '').includes('receipt='))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect((await writer.open(linkIn(await writer.open(article)) ?? '')).html).toContain('Clicked twice');
  });

  test('opens on another device, tells where the comment stands, and is told to nobody', async () => {
    const { id, link } = await keptReply(world(), { body: 'Is *this* seen?', author: 'Bea' });
    const device = world().visitor();
    const page = await device.open(link);
    expect(page.status).toBe(200);
    expect(page.$('main').text()).toContain('It waits for a moderator. Nobody else sees it yet.');
    expect(page.$('main').text()).toMatch(/came before it|first in the queue/);
    expect([page.$('.desk-body em').text(), page.$('.comment-author').text()]).toEqual(['this', 'Bea']);
    expect(page.html).not.toContain('First comment of this author');
    expect([page.headers['referrer-policy'], page.headers['x-robots-tag'], page.headers['cache-control']]).toEqual([
      'no-referrer',
      'noindex',
      'private, no-store',
    ]);
    expect(page.headers['set-cookie']).toBeUndefined();
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'approve' });
    const published = await device.open(link);
    expect(published.$(`a[href="${article}/comments/${id}"]`).length).toBe(1);
    await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: id, action: 'spam' });
    expect((await device.open(link)).$('main').text()).toContain('A moderator decided not to publish it.');
  });

  test('leads nowhere when it is not whole, and its token is in no log', async () => {
    const { token, link } = await keptReply(world());
    for (const odd of ['', token.slice(1), `${token}x`, '%00', 'a&token=b', encodeURIComponent("' or 1=1 --")]) {
      const answer = await request(world().app).get(`/receipt?token=${odd}`);
      expect([answer.status, answer.text]).toEqual([404, expect.stringContaining('Copy the whole link')]);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
    await world().visitor().open(link);
    const lines = world().logged.filter((line) => line.includes('"/receipt"'));
    expect(lines.length).toBeGreaterThan(0);
    expect(world().logged.join('\n')).not.toContain(token);
  });
});
