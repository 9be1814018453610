import { expect, test } from '@jest/globals';
import { TOTP } from 'otpauth';
import { fillIn, press, signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

const password = 'four unrelated words here';

describeInChromium('people', (stage) => {
  test('an owner invites somebody, who sets up a second factor and signs in with it, all without JavaScript', async () => {
    const owner = await stage().visit({ javaScript: false });
    await signIn(owner);
    await owner.getByRole('link', { name: 'People' }).click();
    await fillIn(owner, { 'E-mail': 'ida@example.org' });
    await press(owner, 'Make a link');
    const link = (await owner.locator('a.secret').getAttribute('href')) ?? '';

    const ida = await stage().visit({ javaScript: false });
    await ida.goto(link);
    await fillIn(ida, { Name: 'Ida Lindgren', Password: password });
    await press(ida, 'Accept');
    expect(new URL(ida.url()).pathname).toBe('/moderation');
    await ida.getByRole('link', { name: 'Account' }).click();
    await press(ida, 'Set it up');
    const secret = (await ida.locator('code.secret').innerText()).replaceAll(' ', '');
    const codeNow = () => new TOTP({ secret }).generate({ timestamp: stage().site.clock.now });
    await fillIn(ida, { Code: codeNow(), 'Your password': password });
    await press(ida, 'Turn it on');
    expect(await ida.locator('.codes li').count()).toBe(10);
    await ida.getByRole('link', { name: 'I have kept them' }).click();
    await press(ida, 'Sign out');

    stage().site.clock.now += 60_000;
    await signIn(ida, { email: 'ida@example.org', password });
    expect(new URL(ida.url()).pathname).toBe('/sign-in/code');
    await fillIn(ida, { Code: codeNow() });
    await press(ida, 'Sign in');
    expect(new URL(ida.url()).pathname).toBe('/moderation');

    await owner.goto('/moderation/people');
    const row = owner.locator('.person', { hasText: 'Ida Lindgren' });
    expect(await row.innerText()).toContain('Moderator · second factor');
    await row.getByRole('button', { name: 'Disable' }).click();
    await ida.reload();
    expect(new URL(ida.url()).pathname).toBe('/sign-in');
  });
});
