import { expect, test } from '@jest/globals';
import { entryForm as form, list, words } from '../support/listing.ts';
import { describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('the form of the lists', (world) => {
  test('saves nothing that was not checked, by whichever button', async () => {
    const mo = await world().moderator();
    const page = await mo.open('/moderation/lists');
    const first = await mo.submit(page, form, { kind: 'word', value: 'lottery', do: 'save' });
    const none = 'There are no comments of the last 30 days to try it on.';
    expect([first.status, words(first, '.entry-check strong')]).toEqual([200, none]);
    await world().published('One comment');
    const changed = await mo.submit(first, form, { value: 'lotteries', do: 'save' });
    expect(words(changed, '.notice')).toContain('changed since it was checked');
    expect(words(changed, '.entry-check')).toBe('Would have hit none of the one comment of the last 30 days.');
    const forKind = await mo.submit(changed, form, { kind: 'email', value: '@lotteries.example', do: 'save' });
    expect(words(forKind, '.notice')).toContain('changed since it was checked');
    expect((await mo.open('/moderation/lists?show=email')).html).not.toContain('lotteries');
    expect((await mo.submit(forKind, form, { do: 'save' })).status).toBe(303);
    expect(words(await mo.open('/moderation/lists?show=email'), '.act')).toContain('@lotteries.example');
    expect(words(await mo.open('/moderation/lists?show=domain'), '.empty')).toContain('Nothing');
  });

  test('says what to type, keeps what was typed, and takes no entry twice', async () => {
    const mo = await world().moderator();
    const page = await mo.open('/moderation/lists');
    const wrong = await mo.submit(page, form, { kind: 'domain', value: 'no domain', effect: 'block', do: 'save' });
    expect([wrong.status, words(wrong, '#value-problem')]).toEqual([
      422,
      expect.stringContaining('such as spam.example'),
    ]);
    expect(wrong.$('title').text()).toMatch(/^Error: /);
    expect([wrong.$('#value').val(), wrong.$('#kind').val(), wrong.$('#effect').val()]).toEqual([
      'no domain',
      'domain',
      'block',
    ]);
    await list(mo, { kind: 'word', value: 'café' });
    const checked = await mo.submit(page, form, { kind: 'word', value: 'Cafe', do: 'check' });
    const twice = await mo.submit(checked, form, { do: 'save' });
    expect([twice.status, words(twice, '#value-problem')]).toEqual([422, expect.stringContaining('already')]);
    for (const value of ['192.0.2.0/23', '192.0.2.7/33', '300.1.1.1', '0x7f.1', '::1/64', 'x'.repeat(2_000)])
      expect((await mo.submit(page, form, { kind: 'network', value, do: 'check' })).status).toBe(422);
  });

  test('can be filled by a link, with a hash as the queue knows it', async () => {
    const mo = await world().moderator();
    const hash = 'h'.repeat(43);
    const page = await mo.open(`/moderation/lists?kind=network&value=${hash}&effect=block`);
    expect([page.$('#kind').val(), page.$('#value').val(), page.$('#effect').val()]).toEqual([
      'network',
      hash,
      'block',
    ]);
    expect((await mo.submit(page, form, { do: 'check' })).status).toBe(200);
    const hostile = await mo.open('/moderation/lists?kind=%3Cb%3E&value=%22%3E%3Cimg%20src=x%3E&kind=word');
    expect([hostile.status, hostile.$('img').length]).toEqual([200, 0]);
  });

  test('is for moderators, with their token, and for entries that are there', async () => {
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.open('/moderation/lists')).headers.location).toBe('/sign-in');
    const mo = await world().moderator();
    const csrf = String((await mo.open('/moderation/lists')).$('[name=csrf]').attr('value'));
    for (const path of ['/moderation/lists', '/moderation/lists/remove', '/moderation/lists/restore']) {
      const fields = { kind: 'word', value: 'raffle', checked: 'word raffle', do: 'save' };
      expect((await stranger.post(path, fields)).status).toBe(403);
      expect((await mo.post(path, fields)).status).toBe(403);
    }
    const entry = '01890000-0000-7000-8000-000000000000';
    expect((await mo.post('/moderation/lists/remove', { csrf, entry })).status).toBe(404);
    expect((await mo.post('/moderation/lists/restore', { csrf, entry: 'all' })).status).toBe(422);
    expect((await mo.open('/moderation/lists')).html).not.toContain('raffle');
  });
});
