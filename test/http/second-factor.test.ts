import { expect, test } from '@jest/globals';
import { codeOf, equipped, halfway, offering } from '../support/second-factor.ts';
import { enrolled, isIn, signedIn, signingIn } from '../support/signing-in.ts';
import { describeOnEveryEngine } from '../support/world.ts';

const confirm = 'form[action="/account/second-factor"]';

describeOnEveryEngine('the second factor', (world) => {
  test('is on once a code and the password are right; ten codes are shown once, and other sessions end', async () => {
    const ann = await enrolled(world(), 'ann@example.org');
    const [here, there] = [await signedIn(world(), ann), await signedIn(world(), ann)];
    const { page, secret } = await offering(here);
    const address = page.$('a[href^="otpauth:"]').attr('href') ?? '';
    expect(address).toContain(`secret=${secret.replaceAll(' ', '')}`);
    expect(address).toContain('ann%40example.org');
    expect(page.$('svg path').attr('d')).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    const wrong = await here.submit(page, confirm, { code: '000000', current: ann.password });
    expect([wrong.status, wrong.$('#code-problem').text()]).toEqual([
      422,
      expect.stringContaining('code is not right'),
    ]);
    expect(wrong.$('code.secret').text()).toBe(secret);
    const mistaken = await here.submit(page, confirm, { code: codeOf(world(), secret), current: 'not the password' });
    expect([mistaken.status, mistaken.$('#current-problem').length]).toEqual([422, 1]);
    expect(await isIn(there)).toBe(true);
    const done = await here.submit(page, confirm, { code: codeOf(world(), secret), current: ann.password });
    expect(done.$('code.secret')).toHaveLength(10);
    expect(done.$('code.secret').first().text()).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await here.open('/account')).html).toContain('10 recovery codes are left');
    expect((await here.open('/account/second-factor')).html).not.toContain(secret);
  });

  test('is turned off by the password, and its codes are good for nothing from then on', async () => {
    const { person, browser, secret } = await equipped(world(), 'fay@example.org');
    const page = await browser.open('/account/second-factor/off');
    const form = 'form[action="/account/second-factor/off"]';
    expect((await browser.submit(page, form, { current: 'not the password' })).status).toBe(422);
    await halfway(world(), person);
    expect((await browser.submit(page, form, { current: person.password })).headers.location).toContain(
      'done=second-f',
    );
    expect((await signingIn(world(), person)).headers.location).toBe('/moderation');
    expect(secret).not.toBe((await offering(browser)).secret);
  });
});
