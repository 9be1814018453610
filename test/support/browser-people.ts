import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { fillIn, press, signIn } from './browser-person.ts';
import { credentials, type Site } from './browser-site.ts';
import type { State } from './browser-states.ts';

/** The pages of people and of the own account, in every state they can be in. */
export const peopleStates: readonly State[] = [
  ['people', 'Owners decide about people', (page) => openPeople(page)],
  ['people-invited', 'Send this link to', invite],
  ['people-error', 'already', (page) => invite(page, 'mo@example.org')],
  ['people-refused', 'the last owner', disableLastOwner],
  ['invitation', 'You are invited as', followInvitation],
  ['account', 'Where you are signed in', openAccount],
  ['account-error', 'not your password', mistypePassword],
  ['second-factor', 'Tell your authenticator', setUpSecondFactor],
  ['recovery-codes', 'shown only now', (page, site) => turnOnSecondFactor(page, site, 'codes@example.org')],
  ['account-second-factor', '10 recovery codes are left', openEquippedAccount],
  ['second-factor-off', 'the password alone signs you in', openTurnOff],
  ['sign-in-code', 'One more step', (page, site) => signInHalf(page, site, 'half@example.org')],
  ['sign-in-code-error', 'or was used already', mistypeCode],
];

async function openPeople(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/people');
}

async function invite(page: Page, email: unknown): Promise<void> {
  await openPeople(page);
  await fillIn(page, { 'E-mail': typeof email === 'string' ? email : 'ida.lindgren@example.org' });
  await press(page, 'Make a link');
}

async function disableLastOwner(page: Page): Promise<void> {
  await openPeople(page);
  await page.locator('.person', { hasText: credentials.email }).getByRole('button', { name: 'Disable' }).click();
}

async function followInvitation(page: Page): Promise<void> {
  await invite(page, 'guest@example.org');
  const link = (await page.locator('a.secret').getAttribute('href')) ?? '';
  await page.context().clearCookies();
  await page.goto(link);
}

/** Signed in at two places. */
async function openAccount(page: Page): Promise<void> {
  await signIn(page);
  await page.context().clearCookies();
  await signIn(page);
  await page.goto('/account');
}

async function mistypePassword(page: Page): Promise<void> {
  await openAccount(page);
  await fillIn(page, { 'Current password': 'not my password', 'New password': 'four unrelated words here' });
  await press(page, 'Change password');
}

async function setUpSecondFactor(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/account');
  await press(page, 'Set it up');
}

async function turnOnSecondFactor(page: Page, site: Site, email: string): Promise<void> {
  await signIn(page, await site.enrolled(email));
  await page.goto('/account');
  await press(page, 'Set it up');
  const secret = await page.locator('code.secret').innerText();
  const code = new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: site.clock.now });
  await fillIn(page, { Code: code, 'Your password': credentials.password });
  await press(page, 'Turn it on');
}

async function openEquippedAccount(page: Page, site: Site): Promise<void> {
  await turnOnSecondFactor(page, site, 'equipped@example.org');
  await page.goto('/account');
}

async function openTurnOff(page: Page, site: Site): Promise<void> {
  await turnOnSecondFactor(page, site, 'tired@example.org');
  await page.goto('/account/second-factor/off');
}

async function signInHalf(page: Page, site: Site, email: string): Promise<void> {
  await turnOnSecondFactor(page, site, email);
  await page.context().clearCookies();
  await signIn(page, { ...credentials, email });
}

async function mistypeCode(page: Page, site: Site): Promise<void> {
  await signInHalf(page, site, 'mistaken@example.org');
  await fillIn(page, { Code: '000000' });
  await press(page, 'Sign in');
}
