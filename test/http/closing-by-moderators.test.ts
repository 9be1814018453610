import { expect, test } from '@jest/globals';
import type { Browser, Shown } from '../support/browser.ts';
import { expectRefused, press, closingUrl as url } from '../support/closing.ts';
import { words } from '../support/listing.ts';
import { enrolled, signedIn } from '../support/signing-in.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const rowOf = (slug: string): string => `form:has([name=article][value=${slug}])`;
const site = `form[action="${url}/freeze"]`;

describeOnEveryEngine('what moderators close', (world) => {
  test('a thread: readers are told, a text on its way is kept, and it opens again', async () => {
    const id = await world().published('Said before it was closed');
    const ann = world().visitor();
    const open = await ann.open(article);
    const mo = await world().moderator();
    const told = await press(mo, rowOf('open-letter'), { act: 'close' });
    expect(words(told, '.notice [role=status]')).toBe('Replies to “An open letter” are closed.');
    expect(words(told, '.act:contains("An open letter")')).toContain('Closed by a moderator');
    await expectRefused(ann, open, 'Replies are closed: a moderator has ended this conversation.');
    expect((await ann.open(article)).$(`#comment-${id}`).length).toBe(1);
    expect(words(await ann.open('/'), '.teaser:contains("An open letter")')).toContain('1 reply, closed');
    expect((await writeTo(ann, '/articles/second-letter')).status).toBe(303);

    const undone = await mo.submit(told, '.notice form');
    expect(words(await mo.open(undone.headers.location ?? ''), '.notice [role=status]')).toContain('are open.');
    expect((await ann.post(`${article}/comments`, { ...open.reply, body: 'Once more', author: 'Ann' })).status).toBe(
      303,
    );
  });

  test('a thread without comments, from its own page', async () => {
    const mo = await world().moderator();
    const page = await mo.open('/articles/russian-letter');
    const closed = await mo.submit(page, '.closing-form', { act: 'close' });
    expect(closed.headers.location).toBe('/articles/russian-letter#replies');
    expect(words(await world().visitor().open('/articles/russian-letter'), '#replies')).toContain('Replies are closed');
    const opened = await mo.submit(await mo.open('/articles/russian-letter'), '.closing-form', { act: 'open' });
    expect(opened.status).toBe(303);
    expect((await world().visitor().open('/articles/russian-letter')).reply.parentId).toBe('');
    expect((await world().visitor().open(article)).$('.closing-form').length).toBe(0);
    expect((await mo.open('/articles/closed-letter')).$('.closing-form').length).toBe(0);
  });

  test('a reply stored in time is found when it is sent again, whatever was closed since', async () => {
    const ann = world().visitor();
    const fields = { ...(await ann.open(article)).reply, body: 'Stored in time', author: 'Ann' };
    const stored = await ann.post(`${article}/comments`, fields);
    const mo = await world().moderator();
    await press(mo, site, { act: 'freeze' });
    const again = await ann.post(`${article}/comments`, fields);
    expect([again.status, idOf(again)]).toEqual([303, idOf(stored)]);
    await press(mo, site, { act: 'thaw' });
  });

  test('the site: nothing can be posted anywhere, moderators go on deciding, and it opens as it was', async () => {
    const ann = world().visitor();
    const open = await ann.open(article);
    const mo = await world().moderator();
    const waiting = idOf(await writeReply(world().visitor(), { body: 'Waiting for a decision' }));
    const told = await press(mo, site, { act: 'freeze' });
    expect(words(told, '.notice [role=status]')).toBe('Nothing can be posted now, on any article.');
    const sentence = 'Replies are closed for now: this site can only be read. Come back later.';
    await expectRefused(ann, open, sentence);
    for (const slug of ['second-letter', 'closed-letter'])
      expect(words(await ann.open(`/articles/${slug}`), '#replies')).toContain(sentence);
    const queue = await mo.open('/moderation');
    expect((await mo.submit(queue, 'form#bulk', { ids: waiting, action: 'approve' })).status).toBe(303);
    expect((await ann.open(article)).html).toContain('Waiting for a decision');
    expect(words(told, '.act:contains("A closed letter")')).toContain('Closed by its file');
    await mo.submit(told, '.notice form');
    expect((await ann.post(`${article}/comments`, { ...open.reply, body: 'At last', author: 'Ann' })).status).toBe(303);
    expect(words(await ann.open('/articles/closed-letter'), '#replies')).toContain('Replies are closed.');
  });

  test('is for moderators, with their token, and for articles that are there', async () => {
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.open(url)).headers.location).toBe('/sign-in');
    const mo = await world().moderator();
    const csrf = String((await mo.open(url)).$('[name=csrf]').attr('value'));
    for (const [path, fields] of [
      [url, { article: 'open-letter', act: 'close' }],
      [`${url}/age`, { days: '1' }],
      [`${url}/freeze`, { act: 'freeze' }],
    ] as const) {
      expect((await stranger.post(path, fields)).status).toBe(403);
      expect((await mo.post(path, fields)).status).toBe(403);
    }
    expect((await mo.post(url, { csrf, article: 'no-letter', act: 'close' })).status).toBe(404);
    expect((await mo.post(url, { csrf, article: 'open-letter', act: 'burn' })).status).toBe(422);
    expect((await mo.post(`${url}/freeze`, { csrf })).status).toBe(422);
    expect((await stranger.open(article)).$('form[action$="/comments"]').length).toBe(1);
  });

  test('the whole site, and how old an article may be, are for owners to decide; others are told how it stands', async () => {
    const plain = await signedIn(world(), await enrolled(world(), 'plain@example.org'));
    const page = await plain.open(url);
    expect(page.$(`form[action="${url}/age"], form[action="${url}/freeze"]`).length).toBe(0);
    expect(page.$('main').text()).toContain('Only an owner can change that');
    const csrf = String(page.$('[name=csrf]').attr('value'));
    for (const [path, fields] of [
      ['age', { days: '1' }],
      ['freeze', { act: 'freeze' }],
    ] as const)
      expect((await plain.post(`${url}/${path}`, { csrf, ...fields })).status).toBe(403);
    expect((await plain.open(url)).$('main').text()).toContain('Readers can post wherever an article is open.');
  });
});

async function writeTo(browser: Browser, path: string): Promise<Shown> {
  const page = await browser.open(path);
  return browser.post(`${path}/comments`, { ...page.reply, body: 'Still open here.', author: 'Ann' });
}
