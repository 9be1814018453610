import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { decide } from '../support/deciding.ts';
import { describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

const minuteMs = 60_000;
const path = '/moderation/statistics';

describeOnEveryEngine('statistics', (world) => {
  test('are for moderators, and say so where there is nothing to count', async () => {
    expect((await world().visitor().open(path)).status).toBe(303);
    const page = await (await world().moderator()).open(path);
    expect(page.$('.statistics > .empty').text()).toMatch(/^Nothing was received/);
    expect(page.$('svg, .totals').length).toBe(0);
    expect(page.$('.menu [aria-current]').text()).toBe('Statistics');
  });

  test('count each comment once: received, then decided on; an undone decision counts for nothing', async () => {
    const ids = [];
    for (const body of ['Calm words', 'Other words', 'Cheap watches'])
      ids.push(idOf(await writeReply(world().visitor(), { body })));
    world().clock.now += 30 * minuteMs;
    await decide(world(), 'approve', ids.slice(0, 2));
    const undo = await decide(world(), 'spam', ids.slice(2));
    expect(await totals(world())).toEqual([3, 0, 3, 2, 1, 0, '30 minutes', '30 minutes']);

    const mo = await world().moderator();
    await mo.submit(await mo.open(undo), '.notice form');
    expect(await totals(world())).toEqual([3, 0, 3, 2, 0, 0, '30 minutes', '30 minutes']);
  });

  test('show the same in a table beside every picture, newest day first, and the articles', async () => {
    world().clock.now += 24 * 60 * minuteMs;
    await writeReply(world().visitor(), { body: 'Words of the next day' });
    const page = await (await world().moderator()).open(path);
    for (const id of ['received', 'decided', 'waits'])
      expect(page.$(`section[aria-labelledby="${id}"] :is(svg, table)`).length).toBe(2);
    const day = (nth: number): string => cellsOf(page, `[aria-labelledby="received"] tbody tr:nth-child(${nth})`);
    expect([day(1), day(2), day(3)]).toEqual(['15 Jan 1 1 0', '14 Jan 3 3 0', '13 Jan 0 0 0']);
    expect(cellsOf(page, '[aria-labelledby="articles"] tbody tr')).toBe('An open letter 4 4');
    expect(page.$('#comments + .tally dt').text()).toContain('Held: First comment of its author');
  });

  test('cover as many days as are chosen, and thirty where the choice is none of ours', async () => {
    const mo = await world().moderator();
    for (const [query, days] of [
      ['?days=7', 7],
      ['?days=90', 90],
      ['?days=8', 30],
      ['?days=7&days=30', 30],
      ['', 30],
    ] as const) {
      const page = await mo.open(`${path}${query}`);
      expect(page.$('.lanes [aria-current]').text()).toBe(`${days} days`);
      expect(page.$('section[aria-labelledby="received"] tbody tr').length).toBe(days);
    }
  });
});

const cellsOf = (page: Shown, row: string): string =>
  page
    .$(row)
    .children()
    .toArray()
    .map((cell) => words(page.$(cell).text()))
    .join(' ');

/** A minute later, when they are counted anew. */
async function totals(world: World): Promise<readonly (string | number)[]> {
  world.clock.now += minuteMs;
  const page = await (await world.moderator()).open(path);
  const shown = page.$('.totals dd').toArray();
  return shown.map((dd) => page.$(dd).text()).map((text) => (/^\d+$/.test(text) ? Number(text) : text));
}
