import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { decide } from '../support/deciding.ts';
import { keptReply } from '../support/receipts.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';
import { words } from '../views/render.ts';

const minuteMs = 60_000;

describeOnEveryEngine('changing a comment by its private link', (world) => {
  const seen = async (id: string) => (await world().visitor().open(article)).$(`#comment-${id}`);
  const changed = async (link: string, body: string, more = {}): Promise<Shown> => {
    const device = world().visitor();
    return device.submit(await device.open(link.replace('?', '/edit?')), 'main form', { body, ...more });
  };

  test('what is published is shown anew, as edited, and moderators see what it said before', async () => {
    const { id, link } = await keptReply(world(), { body: 'A tpyo, *here*' });
    const page = await world().visitor().open(link);
    expect(words(page.$('.receipt-act').text())).toContain('Change the text… For 15 more minutes.');
    await changed(link, 'A typo, *there*');
    const device = world().visitor();
    const after = await device.open(`${link}&done=changed`);
    expect(after.$('[role=status]').text()).toBe('Your comment is changed.');
    expect(after.$('.desk-body em').text()).toBe('there');
    await decide(world(), 'approve', id);
    const shown = await seen(id);
    expect(shown.find('.comment-body em').text()).toBe('there');
    expect(words(shown.find('.comment-meta').text())).toMatch(/ Edited, just now$/);
    const desk = await (await world().moderator()).open(`/moderation/comments/${id}`);
    expect(desk.$('blockquote em').text()).toBe('here');
    expect(words(desk.$('main').text())).toContain('changed by its author');
    expect(words(desk.$('.act').text())).toContain('text changed by its author');
  });

  test('an edit is screened: what a moderator approved goes back into the queue with other words, and undo restores it', async () => {
    const { id, link } = await keptReply(world(), { body: 'Honest words about the harbour' });
    await decide(world(), 'approve', id);
    const answer = await changed(link, 'Buy at https://shop.example and https://other.example');
    expect(answer.headers.location).toMatch(/&done=held$/);
    expect(
      (
        await world()
          .visitor()
          .open(answer.headers.location ?? '')
      )
        .$('main')
        .text(),
    ).toContain('It waits for a moderator.');
    expect((await seen(id)).length).toBe(0);
    const mo = await world().moderator();
    const row = (await mo.open('/moderation')).$(`#row-${id}`);
    expect(words(row.text())).toContain('2 links');
    const log = await mo.open(`/moderation/log?comment=${id}`);
    expect(words(log.$('.act').first().text())).toContain('1 comment: text changed, approved → held by its author');
    await mo.submit(log, '.act:first-child form');
    expect((await seen(id)).find('.comment-body').text().trim()).toBe('Honest words about the harbour');
    expect((await seen(id)).find('.comment-meta').text()).not.toContain('Edited');
    const again = await mo.open(`/moderation/log?comment=${id}`);
    await mo.submit(again, '.act:first-child form');
    expect((await mo.open('/moderation')).$(`#row-${id}`).text()).toContain('shop.example');
    expect((await (await world().comments.ready).moderation.verify()).broken).toBeNull();
  });

  test('the approval of a comment speaks for its author, but not for other words of this very comment', async () => {
    const { id, link } = await keptReply(world(), { body: 'The only one so far' });
    await decide(world(), 'approve', id);
    expect((await changed(link, 'Something else altogether')).headers.location).toMatch(/done=held$/);
    const known = await keptReply(world(), { body: 'The first of two' });
    await decide(world(), 'approve', known.id);
    const second = await keptReply(world(), { body: 'The second of two' }, known.writer);
    expect((await changed(second.link, 'Changed by somebody known')).headers.location).toMatch(/done=changed$/);
    expect((await seen(second.id)).find('.comment-body').text().trim()).toBe('Changed by somebody known');
  });

  test('what waits goes on waiting, also when nothing is held against it any more', async () => {
    const { id, link } = await keptReply(world(), { body: 'See https://a.example and https://b.example' });
    expect((await changed(link, 'See nothing')).headers.location).toMatch(/done=changed$/);
    const row = (await (await world().moderator()).open('/moderation')).$(`#row-${id}`);
    expect(words(row.text())).toContain('First comment of this author');
    expect(row.text()).not.toContain('2 links');
  });

  test('is refused after 15 minutes, whatever is sent, and the text comes back', async () => {
    const { token, link } = await keptReply(world(), { body: 'Too late to change' });
    const device = world().visitor();
    const form = await device.open(link.replace('?', '/edit?'));
    world().clock.now += 15 * minuteMs;
    const late = await device.submit(form, 'main form', { body: 'Other words' });
    expect([late.status, late.$('#body').text().trim()]).toEqual([422, 'Other words']);
    expect(late.$('[role=alert]').text()).toContain('The 15 minutes in which a comment can be changed are over');
    const raw = await device.post('/receipt/edit', { token, seen: '', body: 'Other words' });
    expect(raw.status).toBe(422);
    const page = await device.open(link);
    expect([page.$('a[href*="/receipt/edit"]').length, page.$('.desk-body').text().trim()]).toEqual([
      0,
      'Too late to change',
    ]);
    const asked = await device.open(link.replace('?', '/edit?'));
    expect(asked.headers.location).toMatch(/done=late$/);
  });

  test('is refused once a moderator decided against it, or has corrected it', async () => {
    const spam = await keptReply(world(), { body: 'Marked as spam' });
    await decide(world(), 'spam', spam.id);
    expect(
      (await world().visitor().post('/receipt/edit', { token: spam.token, seen: '', body: 'No spam' })).status,
    ).toBe(422);
    const corrected = await keptReply(world(), { body: 'With a name in it' });
    const mo = await world().moderator();
    await mo.submit(await mo.open(`/moderation/comments/${corrected.id}`), 'form[action$="/edit"]', {
      body: 'Without',
    });
    const refused = await world()
      .visitor()
      .post('/receipt/edit', { token: corrected.token, seen: '', body: 'With it' });
    expect([refused.status, refused.$('[role=alert]').text()]).toEqual([
      422,
      expect.stringContaining('A moderator has decided on this comment'),
    ]);
  });

  test('holds the text to the limits of every comment, previews it, and minds what changed meanwhile', async () => {
    const { token, link } = await keptReply(world(), { body: 'As it was' });
    for (const body of ['', 'x', 'y'.repeat(10_001), 'bell\u0007']) {
      const again = await world().visitor().post('/receipt/edit', { token, seen: '', body });
      expect([again.status, again.$('#body').text().trim()]).toEqual([422, body]);
    }
    const preview = await changed(link, 'As *it* will be', { preview: '1' });
    expect([preview.status, preview.$('#preview em').text()]).toEqual([200, 'it']);
    expect((await world().visitor().open(link)).$('.desk-body').text().trim()).toBe('As it was');
    expect((await changed(link, 'First')).headers.location).toMatch(/done=changed$/);
    const stale = await world().visitor().post('/receipt/edit', { token, seen: '', body: 'Second' });
    expect([stale.status, stale.$('[role=alert]').text()]).toEqual([422, expect.stringContaining('has changed since')]);
    expect((await changed(link, 'First')).headers.location).toMatch(/done=same$/);
    const atOnce = await Promise.all(['Third', 'Fourth'].map((body) => changed(link, body)));
    expect(atOnce.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const nobody = await world()
      .visitor()
      .post('/receipt/edit', { token: 'x'.repeat(43), seen: '', body: 'Whose?' });
    expect(nobody.status).toBe(404);
  });
});
