import { expect, test } from '@jest/globals';
import { expectRefused, press, closingUrl as url } from '../support/closing.ts';
import { words } from '../support/listing.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

const dayMs = 24 * 3_600_000;
const age = `form[action="${url}/age"]`;

describeOnEveryEngine('articles that close by their age', (world) => {
  test('N days after their date, to the millisecond, in UTC', async () => {
    const mo = await world().moderator();
    const ann = world().visitor();
    const told = await press(mo, age, { days: '7' });
    expect(words(told, '.notice [role=status]')).toBe('Replies now close 7 days after an article appears.');
    const { clock } = world();
    const before = { now: clock.now, pause: clock.pause };
    clock.pause = 0;
    clock.now = Date.UTC(2022, 0, 16) - 1;
    const open = await ann.open(article);
    expect(open.$('form[action$="/comments"]').length).toBe(1);
    clock.now += 1;
    await expectRefused(ann, open, 'Replies are closed: they stay open for 7 days after an article appears.');
    expect(words(await mo.open(url), '.act:contains("An open letter")')).toContain('Closed by its age');
    await press(mo, age, { days: '8' });
    expect((await ann.open(article)).$('form[action$="/comments"]').length).toBe(1);
    clock.now += dayMs;
    expect((await ann.open(article)).$('form[action$="/comments"]').length).toBe(0);
    const never = await press(mo, age, { days: ' ' });
    expect(words(never, '.notice [role=status]')).toBe('Replies no longer close by themselves.');
    expect((await ann.open(article)).$('form[action$="/comments"]').length).toBe(1);
    await mo.submit(never, '.notice form');
    expect((await mo.open(url)).$('#days').val()).toBe('8');
    await press(mo, age, { days: '' });
    Object.assign(clock, before);
  });

  test('a number of days is from 1 to 3650; anything else comes back with what to type', async () => {
    const mo = await world().moderator();
    for (const days of ['0', '-1', '3651', '1.5', '1e3', 'a week', '99999', '٣']) {
      const wrong = await press(mo, age, { days });
      expect([wrong.status, wrong.$('#days').val()]).toEqual([422, days]);
      expect(words(wrong, '#days-problem')).toBe('Type a number of days from 1 to 3650, or nothing.');
    }
    expect((await mo.open(url)).$('#days').val()).toBe('');
  });
});
