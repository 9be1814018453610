import { expect, test } from '@jest/globals';
import type { Browser, Fields } from '../support/browser.ts';
import { rowsOf } from '../support/queue-reader.ts';
import { describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const offer = (shop: string, number: number): string =>
  `Come to ${shop} for offer ${number}: https://${shop}.example/shop`;

describeOnEveryEngine('deciding on many', (world) => {
  test('all that match are decided on in one act, what came later is left, and one undo brings them back', async () => {
    for (const number of [1, 2, 3]) await say(world(), `matched word number ${number}`, 'Same Name');
    const mo = await world().moderator();
    const page = await mo.open('/moderation?q=matched');
    expect(page.$('.all summary').text()).toBe('Decide on all 3 that match');
    const late = await say(world(), 'matched word that came later', 'Same Name');
    const done = await mo.submit(page, '.all-actions', { action: 'spam' });
    expect(done.headers.location).toContain('q=matched');
    const told = await mo.open(done.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('3 comments marked as spam.');
    expect(rowsOf(told)).toEqual([late]);
    await mo.submit(told, '.notice form');
    expect(rowsOf(await mo.open('/moderation?q=matched')).length).toBe(4);
  });

  test('a group is decided on by its one row, as far as it was there to be seen', async () => {
    const group: string[] = [];
    for (const number of [1, 2, 3]) group.push(await say(world(), offer('rings', number)));
    const mo = await world().moderator();
    const page = await mo.open('/moderation');
    const row = page.$(`#row-${group[2]}`);
    expect(row.find('.alike').text()).toBe('and 2 more like it');
    const late = await say(world(), offer('rings', 4));
    const done = await mo.submit(page, `#row-${group[2]} form`, { action: 'trash' });
    expect((await mo.open(done.headers.location ?? '')).html).toContain('3 comments moved to the trash.');
    expect(rowsOf(await mo.open('/moderation?q=rings'))).toEqual([late]);
  });

  test('groups and single comments are ticked together', async () => {
    const single = await say(world(), 'Entirely by itself');
    const group = [await say(world(), offer('hats', 1)), await say(world(), offer('hats', 2))];
    const mo = await world().moderator();
    const page = await mo.open('/moderation');
    const cluster = page.$(`#row-${group[1]} [type=checkbox]`);
    expect(cluster.attr('name')).toBe('clusters');
    const chosen = { ids: single, clusters: cluster.attr('value') ?? '', action: 'approve' };
    const done = await mo.submit(page, 'form#bulk', chosen);
    expect((await mo.open(done.headers.location ?? '')).html).toContain('3 comments approved.');
  });

  test('what somebody else decided meanwhile is left, and told, and can be done all the same', async () => {
    const id = await say(world(), 'Two look at this', 'Ann');
    const [mo, bo] = [await world().moderator(), await world().moderator()];
    const seen = await mo.open('/moderation');
    await bo.submit(await bo.open('/moderation'), 'form#bulk', { ids: id, action: 'spam' });
    const done = await mo.submit(seen, `#row-${id} form`, { action: 'approve' });
    const told = await mo.open(done.headers.location ?? '');
    expect(told.$('.notice [role=status]').text()).toBe('Nothing to do: that had been decided already.');
    const other = told.$('.contested li').text().replace(/\s+/g, ' ');
    expect(other).toContain('the comment by Ann was marked as spam by mo@example.org just now.');
    expect(rowsOf(await mo.open('/moderation?status=spam'))).toContain(id);
    const log = await mo.open(told.$('.contested a').attr('href') ?? '');
    expect(log.$('.act').length).toBe(1);
    const anyway = await mo.submit(told, '.contested form', { action: 'approve' });
    expect((await mo.open(anyway.headers.location ?? '')).html).toContain('1 comment approved.');
    expect(rowsOf(await mo.open('/moderation?status=approved'))).toContain(id);
  });

  test('the script hears the same as JSON, trouble too', async () => {
    const id = await say(world(), 'Asked for by a script', 'Ann');
    const mo = await world().moderator();
    const page = await mo.open('/moderation');
    const fields = { csrf: String(page.$('[name=csrf]').attr('value')), status: 'pending' };
    const done = await ask(mo, '/moderation', { ...fields, ids: id, action: 'approve' });
    expect(done.body).toMatchObject({ moved: 1, left: 0, more: false, others: [], notice: '1 comment approved.' });
    const again = await ask(mo, '/moderation', { ...fields, ids: id, action: 'trash' });
    const [other] = again.body.others;
    expect(again.body).toMatchObject({ moved: 0, left: 1, batch: null });
    expect(other).toMatchObject({
      id,
      name: 'Ann',
      told: 'Already otherwise: this was approved by mo@example.org.',
      again: { action: 'trash', label: 'Trash all the same' },
    });
    const undone = await ask(mo, '/moderation/undo', { ...fields, batch: done.body.batch });
    expect(undone.body).toMatchObject({ moved: 1, counts: { pending: expect.any(Number) } });
    const nothing = await ask(mo, '/moderation', { ...fields, action: 'approve' });
    expect([nothing.status, nothing.body]).toEqual([422, { error: expect.stringContaining('at least one comment') }]);
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    const refused = await ask(stranger, '/moderation', { ...fields, ids: id, action: 'approve' });
    expect([refused.status, refused.body]).toEqual([403, { error: expect.stringContaining('Sign in') }]);
  });

  test('what is not understood never makes more of an act than was meant', async () => {
    const id = await say(world(), 'Never meant');
    const mo = await world().moderator();
    const page = await mo.open('/moderation');
    const csrf = String(page.$('[name=csrf]').attr('value'));
    const all = { csrf, status: 'pending', matching: '1', action: 'trash' };
    const before = rowsOf(await mo.open('/moderation'));
    for (const fields of [
      { ...all, from: 'yesterday' },
      { ...all, cluster: 'x' },
      { ...all, author: ['Ann', 'Bea'] },
      { ...all, q: 'a'.repeat(300) },
      { ...all, status: 'nowhere' },
      { csrf, status: 'pending', ids: 'all', action: 'trash' },
      { csrf, clusters: id, action: 'trash' },
      { csrf, status: 'pending', ids: Array.from({ length: 1_050 }, () => id), action: 'trash' },
    ] as Fields[])
      expect((await mo.post('/moderation', fields)).status).toBe(422);
    const many = { csrf, status: 'pending', action: 'trash', ids: Array.from({ length: 1_200 }, () => id) };
    expect((await mo.post('/moderation', many)).status).toBe(413);
    expect(rowsOf(await mo.open('/moderation'))).toEqual(before);
  });

  test('the log shows one moderator, or one comment, alone', async () => {
    const [one, two] = [await say(world(), 'First of the log'), await say(world(), 'Second of the log')];
    const mo = await world().moderator();
    const queue = await mo.open('/moderation');
    await mo.submit(queue, 'form#bulk', { ids: one, action: 'approve' });
    await mo.submit(queue, 'form#bulk', { ids: two, action: 'spam' });
    const log = await mo.open('/moderation/log');
    const newest = log.$('.act').first();
    const ofTwo = await mo.open(newest.find('a[href*="comment="]').attr('href') ?? '');
    expect(ofTwo.$('.act strong').text()).toBe('1 comment: held → spam');
    expect(ofTwo.$('.chips').text()).toContain('On: one comment');
    const undone = await mo.submit(ofTwo, '.act form');
    expect(undone.headers.location).toContain(`/moderation/log?comment=${two}&done=undo`);
    expect((await mo.open(undone.headers.location ?? '')).$('.act').length).toBe(2);
    const byMo = await mo.open(newest.find('a[href*="by="]').attr('href') ?? '');
    expect(byMo.$('.chips').text()).toContain('By: mo@example.org');
    expect(byMo.$('.act').length).toBe(log.$('.act').length + 1);
    const byNobody = await mo.open('/moderation/log?by=01890000-0000-7000-8000-000000000000');
    expect(byNobody.$('.empty').text()).toContain('No decision is like that.');
  });
});

async function say(world: World, body: string, author = 'Somebody'): Promise<string> {
  return idOf(await writeReply(world.visitor(), { body, author }));
}

/** As the script does: for JSON. */
function ask(browser: Browser, path: string, fields: Readonly<Record<string, string>>) {
  return browser.agent.post(path).set('accept', 'application/json').type('form').send(fields);
}
