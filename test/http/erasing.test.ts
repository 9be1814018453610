import { expect, test } from '@jest/globals';
import type { Browser, Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine('erasing for good', (world) => {
  const waiting = async (fields = {}): Promise<string> => idOf(await writeReply(world().visitor(), fields));
  const ask = (mo: Browser, ...ids: string[]): Promise<Shown> =>
    mo.open(`/moderation/erase?${ids.map((id) => `ids=${id}`).join('&')}`);
  const erase = async (mo: Browser, ...ids: string[]): Promise<Shown> =>
    mo.submit(await ask(mo, ...ids), 'form[action="/moderation/erase"]', { sure: 'yes', ids });
  const thread = async () => (await world().visitor().open(article)).$;

  test('shows what will be lost, asks again, and does nothing until that is answered', async () => {
    const id = await world().published('Words to be *lost*', { author: 'Wilma' });
    const mo = await world().moderator();
    const link = (await mo.open(`/moderation/comments/${id}`)).$('a.danger').attr('href') ?? '';
    const question = await mo.open(link);
    expect(question.$('.losses em').text()).toBe('lost');
    expect(question.$('main').text()).toContain('Wilma');
    const unsure = await mo.submit(question, 'form[action="/moderation/erase"]');
    expect([unsure.status, unsure.$('[role=alert] a[href="#sure"]').text()]).toEqual([
      422,
      'Tick the box if you mean it.',
    ]);
    expect((await thread())(`#comment-${id} em`).text()).toBe('lost');
  });

  test('of a public comment its place stays, says so, is not counted, and can be linked to, but not answered', async () => {
    const id = await world().published('Gone soon', { author: 'Xenia', website: 'https://xenia.example/' });
    const answer = await world().published('An answer that stays', { parentId: id });
    const count = async () => Number.parseInt((await thread())('#replies-heading').text(), 10);
    const before = await count();
    const mo = await world().moderator();
    const done = await erase(mo, id);
    const told = await mo.open(done.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('1 comment erased for good.');
    expect(told.$('.notice form').length).toBe(0);
    for (const other of ['reply', 'edit', 'explain'])
      expect((await mo.open(`/moderation?done=${other}&moved=7`)).$('.notice [role=status]').length).toBe(0);
    const $ = await thread();
    expect($(`#comment-${id}`).text().trim()).toBe('This comment was erased.');
    expect($(`#comment-${id} + #comment-${answer}`).hasClass('depth-1')).toBe(true);
    expect($(`#comment-${answer} .in-reply-to, #comment-${id} a`).length).toBe(0);
    expect($.html()).not.toMatch(/xenia|gone soon/i);
    expect(await count()).toBe(before - 1);
    const visitor = world().visitor();
    const form = await visitor.open(`${article}?replyTo=${id}`);
    expect(form.$('.replying-to').length).toBe(0);
    const late = await visitor.post(`${article}/comments`, {
      ...form.reply,
      body: 'To nobody',
      author: 'Bo',
      parentId: id,
    });
    expect([late.status, late.html.includes('To nobody')]).toEqual([422, true]);
  });

  test('of what nobody saw or answered nothing stays; both go together where one answers the other', async () => {
    const parent = await world().published('A parent');
    const child = await waiting({ body: 'A child', parentId: parent });
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: parent, action: 'trash' });
    expect((await mo.open((await erase(mo, parent, child)).headers.location ?? '')).html).toContain(
      '2 comments erased for good.',
    );
    for (const id of [parent, child]) {
      expect((await mo.open(`/moderation/comments/${id}`)).status).toBe(404);
      expect((await ask(mo, id)).status).toBe(404);
    }
    expect((await thread())(`#comment-${parent}`).length).toBe(0);
  });

  test('is written into the log, and neither it nor what was decided before can be undone', async () => {
    const id = await waiting({ body: 'Approved, edited, erased' });
    const mo = await world().moderator();
    const approved = await mo.open(
      (await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'approve' })).headers.location ??
        '',
    );
    await mo.submit(await mo.open(`/moderation/comments/${id}`), 'form[action$="/edit"]', { body: 'Other words' });
    await erase(mo, id);
    const nothing = await mo.submit(approved, '.notice form');
    expect((await mo.open(nothing.headers.location ?? '')).html).toContain('Nothing was put back');
    const log = await mo.open('/moderation/log');
    const newest = log.$('.act').first();
    expect([newest.text().replace(/\s+/g, ' '), newest.find('form').length]).toEqual([
      expect.stringContaining('1 comment: erased for good by mo@example.org'),
      0,
    ]);
    const { items } = await (await world().comments.ready).moderation.log(null, { moderatorId: null, commentId: id });
    expect(items.map(({ act }) => act)).toEqual(['erase', 'edit', null]);
    const csrf = String(log.$('[name=csrf]').attr('value'));
    const refused = await mo.post('/moderation/undo', { csrf, batch: items[0]?.batch ?? '' });
    expect([refused.status, refused.$('main').text()]).toEqual([422, expect.stringContaining('cannot be undone')]);
    const left = await mo.open(`/moderation/comments/${id}`);
    expect(left.$('h1').text()).toBe('An erased comment');
    expect(left.html).not.toMatch(/Approved, edited|Other words|Ann/);
    expect(left.$('.acts li').length).toBe(3);
  });

  test('twice at once erases once', async () => {
    const id = await world().published('Only once');
    const mo = await world().moderator();
    const question = await ask(mo, id);
    const send = () => mo.submit(question, 'form[action="/moderation/erase"]', { sure: 'yes' });
    const moved = (await Promise.all([send(), send()])).map(
      ({ headers }) => /moved=(\d)/.exec(headers.location ?? '')?.[1],
    );
    expect(moved.toSorted()).toEqual(['0', '1']);
  });

  test('is refused to others, without ids, for too many, and without the token', async () => {
    const id = await waiting({ body: 'Stays where it is' });
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.open(`/moderation/erase?ids=${id}`)).status).toBe(303);
    expect((await stranger.post('/moderation/erase', { ids: id, sure: 'yes' })).status).toBe(403);
    const mo = await world().moderator();
    expect((await mo.post('/moderation/erase', { ids: id, sure: 'yes' })).status).toBe(403);
    const csrf = String((await mo.open('/moderation')).$('[name=csrf]').attr('value'));
    const sure = { csrf, sure: 'yes' };
    for (const ids of ['', 'all', "' or 1=1"])
      expect((await mo.post('/moderation/erase', { ...sure, ids })).status).toBe(422);
    const many = await mo.post('/moderation/erase', { ...sure, ids: Array.from({ length: 101 }, () => id) });
    expect([many.status, many.$('main').text()]).toEqual([422, expect.stringContaining('at most 100')]);
    expect((await mo.open('/moderation')).html).toContain('Stays where it is');
  });
});
