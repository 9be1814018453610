import { expect, test } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Browser, Shown } from '../support/browser.ts';
import { type Credentials, enrolled, isIn, signedIn, signingIn } from '../support/signing-in.ts';
import { describeOnEveryEngine } from '../support/world.ts';

const step = 30_000;

describeOnEveryEngine('the second factor', (world) => {
  const codeOf = (secret: string, at = world().clock.now) =>
    new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: at });

  const offering = async (browser: Browser): Promise<{ readonly page: Shown; readonly secret: string }> => {
    await browser.submit(await browser.open('/account'), 'form[action="/account/second-factor/offer"]');
    const page = await browser.open('/account/second-factor');
    return { page, secret: page.$('code.secret').text() };
  };
  const confirming = (browser: Browser, page: Shown, fields: { readonly code: string; readonly current: string }) =>
    browser.submit(page, 'form[action="/account/second-factor"]', fields);

  /** Somebody with an authenticator. */
  const equipped = async (email: string) => {
    const person = await enrolled(world(), email);
    const browser = await signedIn(world(), person);
    const { page, secret } = await offering(browser);
    const done = await confirming(browser, page, { code: codeOf(secret), current: person.password });
    const codes = done
      .$('code.secret')
      .toArray()
      .map((code) => done.$(code).text());
    world().clock.now += 2 * step;
    return { person, browser, secret, codes };
  };
  const half = async (person: Credentials, browser?: Browser) => {
    const shown = await signingIn(world(), person, browser);
    expect(shown.headers.location).toBe('/sign-in/code');
    return { ...shown, page: await shown.browser.open('/sign-in/code') };
  };
  const prove = (browser: Browser, page: Shown, code: string) =>
    browser.submit(page, 'form[action="/sign-in/code"]', { code });

  test('is on once a code and the password are right; ten codes are shown once, and other sessions end', async () => {
    const ann = await enrolled(world(), 'ann@example.org');
    const [here, there] = [await signedIn(world(), ann), await signedIn(world(), ann)];
    const { page, secret } = await offering(here);
    const address = page.$('a[href^="otpauth:"]').attr('href') ?? '';
    expect(address).toContain(`secret=${secret.replaceAll(' ', '')}`);
    expect(address).toContain('ann%40example.org');
    expect(page.$('svg path').attr('d')).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    const wrong = await confirming(here, page, { code: '000000', current: ann.password });
    expect([wrong.status, wrong.$('#code-problem').text()]).toEqual([
      422,
      expect.stringContaining('code is not right'),
    ]);
    expect(wrong.$('code.secret').text()).toBe(secret);
    const mistaken = await confirming(here, page, { code: codeOf(secret), current: 'not the password' });
    expect([mistaken.status, mistaken.$('#current-problem').length]).toEqual([422, 1]);
    expect(await isIn(there)).toBe(true);
    const done = await confirming(here, page, { code: codeOf(secret), current: ann.password });
    expect(done.$('code.secret')).toHaveLength(10);
    expect(done.$('code.secret').first().text()).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await here.open('/account')).html).toContain('10 recovery codes are left');
    expect((await here.open('/account/second-factor')).html).not.toContain(secret);
  });

  test('the password alone opens nothing, and a code lets in once', async () => {
    const { person, secret } = await equipped('bob@example.org');
    const { browser, page } = await half(person);
    for (const path of ['/moderation', '/account', '/moderation/people'])
      expect((await browser.open(path)).headers.location).toBe('/sign-in');
    const refused = await browser.agent
      .post('/account/name')
      .set('sec-fetch-site', 'same-origin')
      .type('form')
      .send({ name: 'x' });
    expect(refused.status).toBe(403);
    const before = browser.agent.jar.getCookie('sid', { domain: '127.0.0.1', path: '/', secure: false, script: false });
    const code = codeOf(secret);
    const entered = await prove(browser, page, code);
    expect([entered.status, entered.headers.location]).toEqual([303, '/moderation']);
    expect(String(entered.headers['set-cookie'])).not.toContain(before?.value ?? 'none');
    expect(await isIn(browser)).toBe(true);
    const again = await half(person);
    const replayed = await prove(again.browser, again.page, code);
    expect([replayed.status, replayed.$('#code-problem').text()]).toEqual([
      422,
      expect.stringContaining('used already'),
    ]);
    expect(await isIn(again.browser)).toBe(false);
  });

  test('a recovery code lets in once, however it is typed', async () => {
    const { person, codes } = await equipped('cat@example.org');
    const [first = ''] = codes;
    const { browser, page } = await half(person);
    expect((await prove(browser, page, ` ${first.toUpperCase().replaceAll('-', ' ')}`)).status).toBe(303);
    expect((await browser.open('/account')).html).toContain('9 recovery codes are left');
    const again = await half(person);
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
    const { person } = await equipped(`${name}@example.org`);
    const { browser, page } = await half(person);
    expect((await prove(browser, page, code)).status).toBe(422);
  });

  test('codes cannot be guessed for long, from however many addresses, and the known device still gets in', async () => {
    const { person, secret, browser: known } = await equipped('dan@example.org');
    await known.submit(await known.open('/account'), 'form[action="/sign-out"]');
    for (let tries = 0; tries < 30; tries += 1) {
      const { browser, page } = await half(person);
      expect((await prove(browser, page, '000000')).status).toBe(422);
    }
    const late = await half(person);
    const locked = await prove(late.browser, late.page, codeOf(secret));
    expect([locked.status, Number(locked.headers['retry-after']) > 3_600]).toEqual([429, true]);
    const own = await half(person, known);
    expect((await prove(known, own.page, codeOf(secret))).status).toBe(303);
  });

  test('ten minutes after the password it has to be shown again, and without it there is nothing to add a code to', async () => {
    const { person, secret } = await equipped('eva@example.org');
    const { browser, page } = await half(person);
    world().clock.now += 10 * 60_000;
    const late = await prove(browser, page, codeOf(secret));
    expect([late.status, late.$('[role=alert]').text()]).toEqual([422, expect.stringContaining('too late')]);
    expect((await browser.open('/sign-in/code')).headers.location).toBe('/sign-in');
    const stranger = world().visitor({ 'sec-fetch-site': 'same-origin' });
    expect((await stranger.post('/sign-in/code', { code: codeOf(secret) })).status).toBe(422);
  });

  test('is turned off by the password, and its codes are good for nothing from then on', async () => {
    const { person, browser, secret } = await equipped('fay@example.org');
    const page = await browser.open('/account/second-factor');
    const form = 'form[action="/account/second-factor/off"]';
    expect((await browser.submit(page, form, { current: 'not the password' })).status).toBe(422);
    await half(person);
    expect((await browser.submit(page, form, { current: person.password })).headers.location).toContain(
      'done=second-f',
    );
    expect((await signingIn(world(), person)).headers.location).toBe('/moderation');
    expect(secret).not.toBe((await offering(browser)).secret);
  });

  test('who is disabled, or gets another password, between password and code is not let in', async () => {
    const { people } = await world().comments.ready;
    const { person, secret } = await equipped('gus@example.org');
    const first = await half(person);
    await people.setPassword(person.email, 'a password set by the server');
    expect((await prove(first.browser, first.page, codeOf(secret))).status).toBe(422);
    const second = await half({ ...person, password: 'a password set by the server' });
    await people.resetSecondFactor(person.email);
    expect((await prove(second.browser, second.page, codeOf(secret))).status).toBe(422);
    expect(await isIn(second.browser)).toBe(false);
  });
});
