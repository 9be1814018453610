import { expect, test } from '@jest/globals';
import type { Browser, Fields } from '../support/browser.ts';
import { enrolled, isIn, signedIn, signingIn } from '../support/signing-in.ts';
import { describeOnEveryEngine } from '../support/world.ts';

const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
const hour = 3_600_000;

describeOnEveryEngine('the own account', (world) => {
  const send = async (browser: Browser, path: string, fields: Fields) =>
    browser.submit(await browser.open('/account'), `form[action="/account/${path}"]`, fields);

  test('a name is changed, as one line, and a bad one is refused as typed', async () => {
    const ann = await signedIn(world(), await enrolled(world(), 'ann@example.org'));
    expect((await ann.open('/account')).$('#name').attr('value')).toBe('ann');
    await send(ann, 'name', { name: ' Ann\u202e \n Berg ' });
    expect((await ann.open('/account')).$('#name').attr('value')).toBe('Ann Berg');
    for (const name of [' ', '\u200b', 'x'.repeat(101), 'a\u0000b']) {
      const refused = await send(ann, 'name', { name });
      expect([refused.status, refused.$('#name').attr('value')]).toEqual([422, name === ' ' ? ' ' : expect.anything()]);
      expect(refused.$('#name-problem').text()).not.toBe('');
    }
    expect((await ann.open('/account')).$('#name').attr('value')).toBe('Ann Berg');
  });

  test('a new password ends the other sessions and leaves this one', async () => {
    const bob = await enrolled(world(), 'bob@example.org');
    const [here, there] = [await signedIn(world(), bob), await signedIn(world(), bob)];
    const password = 'another four words now';
    const wrong = await send(here, 'password', { current: 'not my password', password });
    expect([wrong.status, wrong.$('#current-problem').text()]).toEqual([
      422,
      expect.stringContaining('not your password'),
    ]);
    const short = await send(here, 'password', { current: bob.password, password: 'short' });
    expect(short.$('#password-problem').text()).toContain('12 characters');
    expect(await isIn(there)).toBe(true);
    const done = await send(here, 'password', { current: bob.password, password });
    expect((await here.open(done.headers.location ?? '')).html).toContain('Your password is changed');
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await signingIn(world(), bob)).status).toBe(422);
    expect((await signingIn(world(), { ...bob, password })).status).toBe(303);
  });

  test('the own password cannot be guessed for long from an open session', async () => {
    const cat = await enrolled(world(), 'cat@example.org');
    const here = await signedIn(world(), cat);
    const password = 'another four words now';
    for (let tries = 0; tries < 10; tries += 1)
      expect((await send(here, 'password', { current: `guess ${tries}`, password })).status).toBe(422);
    const late = await send(here, 'password', { current: cat.password, password });
    expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect((await signingIn(world(), cat)).status).toBe(303);
  });

  test('sessions are listed by what their browsers call themselves, and end one by one or all at once', async () => {
    const dan = await enrolled(world(), 'dan@example.org');
    const here = await signedIn(world(), dan);
    const [phoned, third] = [world().visitor({ 'user-agent': phone }), await signedIn(world(), dan)];
    await signingIn(world(), dan, phoned);
    const list = await here.open('/account');
    expect(list.$('.person:contains("this one")')).toHaveLength(1);
    const visit = list.$('.person:contains("Firefox on Android") button').attr('value') ?? '';
    const other = await signedIn(world(), await enrolled(world(), 'eva@example.org'));
    const post = (browser: Browser, which: string) =>
      browser.agent.post('/account/sessions').set('sec-fetch-site', 'same-origin').type('form').send({ visit: which });
    await post(other, visit);
    expect(await isIn(phoned)).toBe(true);
    await post(here, visit);
    expect([await isIn(phoned), await isIn(third)]).toEqual([false, true]);
    await post(here, 'others');
    expect([await isIn(here), await isIn(third), await isIn(other)]).toEqual([true, false, true]);
    expect((await here.open('/account')).$('.person')).toHaveLength(1);
  });

  test('a session ends after three days without a page, and after two weeks in any case', async () => {
    const fay = await signedIn(world(), await enrolled(world(), 'fay@example.org'));
    world().clock.now += 72 * hour - 60_000;
    expect(await isIn(fay)).toBe(true);
    world().clock.now += 72 * hour;
    expect(await isIn(fay)).toBe(false);
    const gus = await signedIn(world(), await enrolled(world(), 'gus@example.org'));
    for (let day = 0; day < 13; day += 1) {
      world().clock.now += 24 * hour;
      expect(await isIn(gus)).toBe(true);
    }
    world().clock.now += 24 * hour;
    expect(await isIn(gus)).toBe(false);
  });

  test('signing in once more in the same browser leaves one session', async () => {
    const ida = await enrolled(world(), 'ida@example.org');
    const here = await signedIn(world(), ida);
    const page = await here.open('/account');
    const csrf = page.$('[name=csrf]').attr('value') ?? '';
    expect((await here.post('/sign-in', { ...ida, csrf })).headers.location).toBe('/moderation');
    expect((await here.open('/account')).$('.person')).toHaveLength(1);
  });

  test('whoever has signed out is signed out for the database too', async () => {
    const hal = await enrolled(world(), 'hal@example.org');
    const [here, there] = [await signedIn(world(), hal), await signedIn(world(), hal)];
    await here.submit(await here.open('/account'), 'form[action="/sign-out"]');
    expect((await there.open('/account')).$('.person')).toHaveLength(1);
  });
});
