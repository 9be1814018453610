import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine('undoing', (world) => {
  test('each decision can be undone from the page that tells of it, and that again', async () => {
    const id = idOf(await writeReply(world().visitor(), { body: 'Not spam at all' }));
    const mo = await world().moderator();
    const spam = await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'spam' });
    const told = await mo.open(spam.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('1 comment marked as spam.');
    const undone = await mo.submit(told, '.notice form');
    const back = await mo.open(undone.headers.location ?? '');
    expect(back.$('.notice [role=status]').text()).toBe('1 comment put back where it was.');
    expect(back.$(`#row-${id}`).length).toBe(1);
    const redone = await mo.submit(back, '.notice form');
    expect((await mo.open(redone.headers.location ?? '')).$(`#row-${id}`).length).toBe(0);
    const again = await mo.submit(back, '.notice form');
    expect((await mo.open(again.headers.location ?? '')).html).toContain('Nothing was put back');
  });

  test('the log names who decided what, acts of many as one, and undoes them too', async () => {
    const ids = [];
    for (const body of ['First of two', 'Second of two']) ids.push(idOf(await writeReply(world().visitor(), { body })));
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids, action: 'approve' });
    const log = await mo.open('/moderation/log');
    const newest = log.$('.act').first();
    expect(newest.text().replace(/\s+/g, ' ')).toMatch(/2 comments: held → approved by mo@example\.org, just now/);
    expect(log.html).not.toContain('First of two');
    const undone = await mo.submit(log, '.act:first-child form');
    const after = await mo.open(undone.headers.location ?? '');
    expect(after.$('.notice [role=status]').text()).toBe('2 comments put back where they were.');
    expect(after.$('.act').first().text()).toContain('(an undo)');
    for (const id of ids) expect((await world().visitor().open(article)).$(`#comment-${id}`).length).toBe(0);
  });

  test('several decisions are undone at once, the newest first, and the log says why each stood where it stood', async () => {
    const id = idOf(await writeReply(world().visitor(), { body: 'Decided on three times' }));
    const mo = await world().moderator();
    for (const [lane, action] of [
      ['pending', 'spam'],
      ['spam', 'trash'],
      ['trash', 'approve'],
    ])
      await mo.submit(await mo.open(`/moderation?status=${lane}`), 'form#bulk', { ids: id, action: action ?? '' });
    const log = await mo.open('/moderation/log');
    const acts = log.$('.act').slice(0, 3);
    expect(acts.eq(0).text()).toContain('stood there by hand');
    expect(acts.eq(2).text()).toContain('stood there for: First comment of its author');
    const batch = acts
      .find('[name=batch][type=checkbox]')
      .toArray()
      .map((box) => log.$(box).attr('value') ?? '');
    const undone = await mo.submit(log, 'form#undo-many', { batch: [batch[1] ?? '', batch[2] ?? '', batch[0] ?? ''] });
    const told = await mo.open(undone.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('3 comments put back where they were.');
    expect((await mo.open('/moderation')).$(`#row-${id}`).length).toBe(1);
    const none = await mo.submit(log, 'form#undo-many');
    expect([none.status, none.$('main').text()]).toEqual([422, expect.stringContaining('Choose what to undo')]);
  });

  test('is for moderators, with their token, and for decisions that are there', async () => {
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.open('/moderation/log')).status).toBe(303);
    const batch = '01890000-0000-7000-8000-000000000000';
    expect((await stranger.post('/moderation/undo', { batch })).status).toBe(403);
    const mo = await world().moderator();
    expect((await mo.post('/moderation/undo', { batch })).status).toBe(403);
    const page = await mo.open('/moderation');
    const csrf = String(page.$('[name=csrf]').attr('value'));
    expect((await mo.post('/moderation/undo', { csrf, batch })).status).toBe(404);
    expect((await mo.post('/moderation/undo', { csrf, batch: 'all' })).status).toBe(422);
  });
});
