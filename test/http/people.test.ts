import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { enrolled, isIn, signedIn, signingIn } from '../support/signing-in.ts';
import { credentials, describeOnEveryEngine, type World } from '../support/world.ts';

async function idOf(world: World, email: string): Promise<string> {
  const { moderators } = await (await world.comments.ready).people.everybody();
  return moderators.find((moderator) => moderator.email === email)?.id ?? '';
}

async function press(owner: Browser, world: World, email: string, act: string) {
  const form = `form[action="/moderation/people"]:has([value="${await idOf(world, email)}"])`;
  return owner.submit(await owner.open('/moderation/people'), form, { act });
}

describeOnEveryEngine('people', (world) => {
  test('the first moderator is an owner, others are not and are kept from what is the owners’', async () => {
    const mo = await world().moderator();
    const plain = await signedIn(world(), await enrolled(world(), 'plain@example.org'));
    expect((await mo.open('/moderation')).$('a[href="/moderation/people"]')).toHaveLength(1);
    expect((await plain.open('/moderation')).$('a[href="/moderation/people"]')).toHaveLength(0);
    const refused = await plain.open('/moderation/people');
    expect([refused.status, refused.$('main').text()]).toEqual([403, expect.stringContaining('Only an owner')]);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const id = await idOf(world(), 'plain@example.org');
    const act = await plain.agent.post('/moderation/people').set(headers).type('form').send({ id, act: 'make-owner' });
    expect(act.status).toBe(403);
    expect((await plain.open('/moderation/people')).status).toBe(403);
  });

  test('the list says who may do what, and when they were seen', async () => {
    await enrolled(world(), 'unseen@example.org');
    const mo = await world().moderator();
    world().clock.now += 2 * 60_000;
    const { $ } = await mo.open('/moderation/people');
    const lineOf = (email: string) => $(`.person:contains("${email}")`).text().replace(/\s+/g, ' ');
    expect(lineOf(credentials.email)).toContain('mo (you)');
    expect(lineOf(credentials.email)).toContain('Owner · password only · seen just now');
    expect(lineOf('unseen@example.org')).toContain('Moderator · password only · not seen yet');
  });

  test('whoever is disabled is signed out everywhere at once, told so after the password alone, and can be enabled', async () => {
    const eve = await enrolled(world(), 'eve@example.org');
    const places = [await signedIn(world(), eve), await signedIn(world(), eve)];
    const mo = await world().moderator();
    const done = await press(mo, world(), eve.email, 'disable');
    expect((await mo.open(done.headers.location ?? '')).html).toContain('Disabled, and signed out everywhere.');
    for (const place of places) expect(await isIn(place)).toBe(false);
    const refused = await signingIn(world(), eve);
    expect([refused.status, refused.$('[role=alert]').text()]).toEqual([422, expect.stringContaining('is disabled')]);
    const guessed = await signingIn(world(), { ...eve, password: 'a wrong password' });
    expect(guessed.$('[role=alert]').text()).toContain('is not right');
    await press(mo, world(), eve.email, 'enable');
    for (const place of places) expect(await isIn(place)).toBe(false);
    expect(await isIn(await signedIn(world(), eve))).toBe(true);
  });

  test('a role holds from the next page on', async () => {
    const ada = await enrolled(world(), 'ada@example.org');
    const place = await signedIn(world(), ada);
    const mo = await world().moderator();
    await press(mo, world(), ada.email, 'make-owner');
    expect((await place.open('/moderation/people')).status).toBe(200);
    await press(mo, world(), ada.email, 'make-moderator');
    expect((await place.open('/moderation/people')).status).toBe(403);
  });

  test('the last owner who can sign in stays one', async () => {
    const mo = await world().moderator();
    const second = await enrolled(world(), 'second@example.org', 'owner');
    await press(mo, world(), second.email, 'disable');
    for (const act of ['disable', 'make-moderator']) {
      const refused = await press(mo, world(), credentials.email, act);
      expect([refused.status, refused.$('main').text()]).toEqual([422, expect.stringContaining('the last owner')]);
    }
    expect((await mo.open('/moderation/people')).status).toBe(200);
  });

  test('of two owners who disable each other at once, one is left', async () => {
    const { people } = await world().comments.ready;
    const both = await Promise.all([credentials.email, 'second@example.org'].map((email) => idOf(world(), email)));
    for (let round = 0; round < 10; round += 1) {
      for (const id of both) await people.change(id, 'enable');
      const acts = await Promise.all(both.map((id) => people.change(id, round % 2 ? 'disable' : 'make-moderator')));
      expect(acts.filter((refusal) => refusal === null)).toHaveLength(1);
      for (const id of both) await people.change(id, 'make-owner');
    }
    for (const id of both) await people.change(id, 'enable');
  });

  test.each([
    [{}, 422],
    [{ id: 'x', act: 'disable' }, 422],
    [{ id: '01890000-0000-7000-8000-000000000000', act: 'erase' }, 422],
    [{ id: ['01890000-0000-7000-8000-000000000000', 'x'], act: 'disable' }, 422],
    [{ id: '01890000-0000-7000-8000-000000000000', act: 'disable' }, 404],
  ])('%j is refused in words', async (fields, status) => {
    const mo = await world().moderator();
    const { agent } = mo;
    const answer = await agent
      .post('/moderation/people')
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send(fields as object);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining('Load the page again.')]);
  });
});
