import { expect, test } from '@jest/globals';
import { keptReply } from '../support/receipts.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('what a moderator tells an author', (world) => {
  test('stands behind the private link alone, and is logged without its words', async () => {
    const { id, link } = await keptReply(world(), { body: 'Rather long' });
    const mo = await world().moderator();
    const at = `/moderation/comments/${id}`;
    const tell = async (body: string) => mo.submit(await mo.open(at), 'form[action$="/explain"]', { body });
    const told = await mo.open((await tell('Please <b>shorten</b> it.\r\nThen we publish.')).headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('Saved. The author sees it by the private link.');
    expect([told.$('.notice form').length, told.$('#explain-body').text().trim()]).toEqual([
      0,
      'Please <b>shorten</b> it.\nThen we publish.',
    ]);
    const author = world().visitor();
    expect((await author.open(link)).$('.told').text()).toBe('Please <b>shorten</b> it.\nThen we publish.');
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'approve' });
    expect((await world().visitor().open(article)).html).not.toContain('Then we publish');
    const log = await mo.open(`/moderation/log?comment=${id}`);
    expect(log.$('.act').text()).toContain('1 comment: its author told why');
    expect(log.html).not.toContain('shorten');
    const { moderation } = await world().comments.ready;
    expect((await moderation.verify()).broken).toBeNull();
    const { items } = await moderation.log(null, { moderatorId: null, commentId: id });
    const [approval, reason] = items;
    expect([approval?.act, reason?.act]).toEqual([null, 'explain']);
    const csrf = String(log.$('[name=csrf]').attr('value'));
    expect((await mo.post('/moderation/undo', { csrf, batch: reason?.batch ?? '' })).status).toBe(422);
    expect((await mo.open((await tell('')).headers.location ?? '')).status).toBe(200);
    expect((await author.open(link)).$('.told').length).toBe(0);
  });

  test('is at most 500 characters of plain text, and comes back as typed when it is not', async () => {
    const { id } = await keptReply(world());
    const mo = await world().moderator();
    const page = await mo.open(`/moderation/comments/${id}`);
    const long = `${'😀'.repeat(500)}!`;
    const again = await mo.submit(page, 'form[action$="/explain"]', { body: long });
    expect([again.status, again.$('#explain-body').text().trim()]).toEqual([422, long]);
    expect(again.$('[role=alert] a[href="#explain-body"]').text()).toContain('at most 500 characters');
    expect((await mo.submit(page, 'form[action$="/explain"]', { body: 'a\u0007b' })).status).toBe(422);
    expect((await mo.submit(page, 'form[action$="/explain"]', { body: '😀'.repeat(500) })).status).toBe(303);
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.post(`/moderation/comments/${id}/explain`, { body: 'x' })).status).toBe(403);
  });
});
