import { expect, test } from '@jest/globals';
import { codeOf, equipped, halfway, prove } from '../support/second-factor.ts';
import { isIn } from '../support/signing-in.ts';
import { describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('the code after the password', (world) => {
  test('the password alone opens nothing, and a code lets in once', async () => {
    const { person, secret } = await equipped(world(), 'bob@example.org');
    const { browser, page } = await halfway(world(), person);
    for (const path of ['/moderation', '/account', '/moderation/people'])
      expect((await browser.open(path)).headers.location).toBe('/sign-in');
    const refused = await browser.agent
      .post('/account/name')
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send({ name: 'x' });
    expect(refused.status).toBe(403);
    const before = browser.agent.jar.getCookie('sid', { domain: '127.0.0.1', path: '/', secure: false, script: false });
    const code = codeOf(world(), secret);
    const entered = await prove(browser, page, code);
    expect([entered.status, entered.headers.location]).toEqual([303, '/moderation']);
    expect(String(entered.headers['set-cookie'])).not.toContain(before?.value ?? 'none');
    expect(await isIn(browser)).toBe(true);
    const again = await halfway(world(), person);
    const replayed = await prove(again.browser, again.page, code);
    expect([replayed.status, replayed.$('#code-problem').text()]).toEqual([
      422,
      expect.stringContaining('used already'),
    ]);
    expect(await isIn(again.browser)).toBe(false);
  });

  test('a recovery code lets in once, however it is typed', async () => {
    const { person, recoveryCodes } = await equipped(world(), 'cat@example.org');
    const [first = ''] = recoveryCodes;
    const { browser, page } = await halfway(world(), person);
    expect((await prove(browser, page, ` ${first.toUpperCase().replaceAll('-', ' ')}`)).status).toBe(303);
    expect((await browser.open('/account')).html).toContain('9 recovery codes are left');
    const again = await halfway(world(), person);
    expect((await prove(again.browser, again.page, first)).status).toBe(422);
  });

  test.each([
    ['nothing', ''],
    ['five', '12345'],
    ['seven', '1234567'],
    ['long', 'x'.repeat(5_000)],
    ['nul', '\u0000'],
    ['wide', '００００００'],
    ['negative', '-1'],
  ])('%s is no code', async (name, code) => {
    const { person } = await equipped(world(), `${name}@example.org`);
    const { browser, page } = await halfway(world(), person);
    expect((await prove(browser, page, code)).status).toBe(422);
  });

  test('codes cannot be guessed for long, from however many addresses, and the known device still gets in', async () => {
    const { person, secret, browser: known } = await equipped(world(), 'dan@example.org');
    await known.submit(await known.open('/account'), 'form[action="/sign-out"]');
    for (let tries = 0; tries < 30; tries += 1) {
      const { browser, page } = await halfway(world(), person);
      expect((await prove(browser, page, '000000')).status).toBe(422);
    }
    const late = await halfway(world(), person);
    const locked = await prove(late.browser, late.page, codeOf(world(), secret));
    expect([locked.status, Number(locked.headers['retry-after']) > 3_600]).toEqual([429, true]);
    expect(locked.$('#code-problem').text()).toContain('There were too many attempts. Try again in 24 hours.');
    const own = await halfway(world(), person, known);
    expect((await prove(known, own.page, codeOf(world(), secret))).status).toBe(303);
  });

  test('ten minutes after the password it has to be shown again, and without it there is nothing to add a code to', async () => {
    const { person, secret } = await equipped(world(), 'eva@example.org');
    const { browser, page } = await halfway(world(), person);
    world().clock.now += 10 * 60_000;
    const late = await prove(browser, page, codeOf(world(), secret));
    expect([late.status, late.$('[role=alert]').text()]).toEqual([422, expect.stringContaining('too late')]);
    expect((await browser.open('/sign-in/code')).headers.location).toBe('/sign-in');
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.post('/sign-in/code', { code: codeOf(world(), secret) })).status).toBe(422);
  });

  test('who is disabled, or gets another password, between password and code is not let in', async () => {
    const { people } = await world().comments.ready;
    const { person, secret } = await equipped(world(), 'gus@example.org');
    const first = await halfway(world(), person);
    await people.setPassword(person.email, 'a password set by the server');
    expect((await prove(first.browser, first.page, codeOf(world(), secret))).status).toBe(422);
    const second = await halfway(world(), { ...person, password: 'a password set by the server' });
    await people.resetSecondFactor(person.email);
    expect((await prove(second.browser, second.page, codeOf(world(), secret))).status).toBe(422);
    expect(await isIn(second.browser)).toBe(false);
  });
});
