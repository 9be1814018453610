import { TOTP } from 'otpauth';
import type { Browser, Shown } from './browser.ts';
import { type Credentials, enrolled, signedIn, signingIn } from './signing-in.ts';
import type { World } from './world.ts';

/** Somebody with an authenticator, signed in where it was set up. */
export interface Equipped {
  readonly person: Credentials;
  readonly browser: Browser;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** What the authenticator shows now. */
export const codeOf = (world: World, secret: string): string =>
  new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: world.clock.now });

/** The page on which a secret is offered. */
export async function offering(browser: Browser): Promise<{ readonly page: Shown; readonly secret: string }> {
  await browser.submit(await browser.open('/account'), 'form[action="/account/second-factor/offer"]');
  const page = await browser.open('/account/second-factor');
  return { page, secret: page.$('code.secret').text() };
}

export async function equipped(world: World, email: string): Promise<Equipped> {
  const person = await enrolled(world, email);
  const browser = await signedIn(world, person);
  const { page, secret } = await offering(browser);
  const fields = { code: codeOf(world, secret), current: person.password };
  const done = await browser.submit(page, 'form[action="/account/second-factor"]', fields);
  const codes = done.$('code.secret').toArray();
  world.clock.now += 60_000;
  return { person, browser, secret, recoveryCodes: codes.map((code) => done.$(code).text()) };
}

/** After the password, before the code. */
export async function halfway(world: World, person: Credentials, before?: Browser) {
  const { headers, browser } = await signingIn(world, person, before);
  if (headers.location !== '/sign-in/code') throw new Error(`Led to ${headers.location}`);
  return { browser, page: await browser.open('/sign-in/code') };
}

export const prove = (browser: Browser, page: Shown, code: string): Promise<Shown> =>
  browser.submit(page, 'form[action="/sign-in/code"]', { code });
