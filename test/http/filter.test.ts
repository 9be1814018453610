import { expect, test } from '@jest/globals';
import type { Browser, Fields } from '../support/browser.ts';
import { enrolled, signedIn } from '../support/signing-in.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

describeOnEveryEngine(
  'the learning filter',
  (world) => {
    test('says nothing before there are fifty decisions of each kind, and says so', async () => {
      const mo = await world().moderator();
      const early = idOf(await writeReply(world().visitor(), { body: 'Cheap watches and pills, order today' }));
      await decide(mo, 'spam', [early]);
      const page = await mo.open('/moderation/filter');
      expect(words(page.$('.notice').text())).toBe(
        'Not enough decisions yet: 1 of 50 spam, 0 of 50 honest. Until there are, the filter says nothing.',
      );
      expect(page.$('table').length).toBe(0);
      expect(await isPublic(world(), { body: 'Cheap watches, order here today' })).toBe(true);
    });

    test('then it holds what reads like spam, with the words, and lets the rest pass', async () => {
      const mo = await world().moderator();
      await teach(world(), mo);
      expect(await reasonOnceLearned(world(), mo)).toMatch(/^Reads like what was marked as spam: .*(cheap|watches)/);
      expect(await isPublic(world(), { body: 'The wall was wet that morning, and the gulls were loud' })).toBe(true);
      const page = await mo.open('/moderation/filter');
      expect(words(page.$('.notice').text())).toMatch(/^It has learned enough\./);
      const heads = page.$('.numbers tbody th').toArray();
      const tokens = heads.map((head) => page.$(head).text());
      expect(tokens).toEqual(expect.arrayContaining(['cheap', 'watches', 'harbour', 'wall']));
    }, 60_000);

    test('a reset asks again, forgets all, and leaves comments and decisions alone', async () => {
      const mo = await world().moderator();
      const before = await mo.open('/moderation/filter');
      const unsure = await mo.submit(before, 'form[action$="/reset"]');
      expect([unsure.status, unsure.$('title').text().startsWith('Error: ')]).toEqual([422, true]);
      expect(unsure.$('[role=alert] a').attr('href')).toBe('#sure');
      expect(unsure.$('#sure').attr('aria-invalid')).toBe('true');
      expect(words(unsure.$('.notice').text())).toMatch(/^It has learned enough\./);
      const reset = await mo.submit(unsure, 'form[action$="/reset"]', { sure: 'yes' });
      const after = await mo.open(reset.headers.location ?? '');
      expect(words(after.$('[role=status]').text())).toMatch(/^Everything learned was forgotten\./);
      expect(after.html).toContain('0 of 50 spam, 0 of 50 honest');
      expect(after.$('time[datetime]').length).toBe(1);
      expect((await mo.open('/moderation?status=spam')).$('.row').length).toBeGreaterThan(0);
      expect(await isPublic(world(), { body: 'Order our cheap watches today, discounts for all' })).toBe(true);
    });

    test('is shown to every moderator, and reset by owners', async () => {
      const plain = await signedIn(world(), await enrolled(world(), 'plain@example.org'));
      const page = await plain.open('/moderation/filter');
      expect([page.status, page.$('form[action$="/reset"]').length]).toEqual([200, 0]);
      expect(page.$('main').text()).toContain('Only an owner can do that.');
      const csrf = String(page.$('[name=csrf]').attr('value'));
      expect((await plain.post('/moderation/filter/reset', { csrf, sure: 'yes' })).status).toBe(403);
    });

    test('is for moderators, and is reset by their own forms only', async () => {
      const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
      expect((await stranger.open('/moderation/filter')).headers.location).toMatch(/\/sign-in$/);
      expect((await stranger.post('/moderation/filter/reset', { sure: 'yes' })).status).toBe(403);
      const mo = await world().moderator();
      expect((await mo.post('/moderation/filter/reset', { sure: 'yes' })).status).toBe(403);
      expect((await mo.open('/moderation/filter/reset')).status).toBe(404);
    });
  },
  {
    firstComment: 'publish',
    commentsPerPage: 500,
    limits: {
      'publish-site': { points: 1_000, seconds: 3_600 },
      'publish-site-day': { points: 1_000, seconds: 3_600 },
    },
  },
);

const wares = ['watches', 'pills', 'shoes', 'bags', 'loans'];
const sights = ['gulls', 'boats', 'ferry', 'lamps', 'tide'];

/** Fifty of each kind, decided by hand, each from an address of its own. */
async function teach(world: World, mo: Browser): Promise<void> {
  const [spam, honest]: [string[], string[]] = [[], []];
  for (let number = 0; number < 50; number += 1) {
    const [ware, sight] = [wares[number % 5], sights[number % 5]];
    const sell = `Order cheap ${ware} today, discount ${'a'.repeat(1 + (number % 9))} on watches`;
    const tell = `The harbour wall and the ${sight} ${'b'.repeat(1 + (number % 9))} as we knew them`;
    spam.push(idOf(await writeReply(world.visitor(), { body: sell, author: `Seller ${number}` })));
    honest.push(idOf(await writeReply(world.visitor(), { body: tell, author: `Reader ${number}` })));
  }
  await decide(mo, 'spam', spam);
  await decide(mo, 'trash', honest);
  await decide(mo, 'approve', honest);
}

/** The filter learns once the moderator was answered, and nobody waits for it: it is tried until it has. */
async function reasonOnceLearned(world: World, mo: Browser): Promise<string> {
  for (const whom of ['Ann', 'Bogdan', 'Carla', 'Dilek', 'Eve', 'Farid', 'Greta', 'Henk', 'Ines', 'Jan']) {
    const body = `Order cheap watches today, a discount on pills for ${whom}`;
    const id = idOf(await writeReply(world.visitor(), { body }));
    const reason = (await mo.open('/moderation')).$(`#row-${id} .reason`);
    reason.find('.visually-hidden').remove();
    if (reason.length > 0) return reason.text().trim();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return 'It was published ten times';
}

async function decide(mo: Browser, action: string, ids: readonly string[]): Promise<void> {
  const csrf = String((await mo.open('/moderation')).$('[name=csrf]').attr('value'));
  expect((await mo.post('/moderation', { csrf, action, ids })).status).toBe(303);
}

async function isPublic(world: World, fields: Fields & Readonly<Record<string, string>>): Promise<boolean> {
  const id = idOf(await writeReply(world.visitor(), fields));
  return (await world.visitor().open(article)).$(`#comment-${id}`).length === 1;
}
