import type { Browser, Shown } from './browser.ts';
import type { World } from './world.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Somebody added by the command line, with a password of their own. */
export async function enrolled(world: World, email: string, role?: 'owner' | 'moderator'): Promise<Credentials> {
  const { signIn } = await world.comments.ready;
  const password = `the password of ${email}`;
  const outcome = await signIn.enrol(email, password, { role });
  if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome.message));
  return { email, password };
}

/** Sends the sign-in form as a browser that has not been here before, or as the one given. */
export async function signingIn(
  world: World,
  credentials: Credentials,
  browser = world.visitor(),
): Promise<Shown & { readonly browser: Browser }> {
  const page = await browser.open('/sign-in');
  return { ...(await browser.submit(page, 'form[action="/sign-in"]', { ...credentials })), browser };
}

/** A browser that is signed in. */
export async function signedIn(world: World, credentials: Credentials): Promise<Browser> {
  const { browser, headers, status } = await signingIn(world, credentials);
  if (headers.location !== '/moderation') throw new Error(`Not signed in: ${status}`);
  return browser;
}

/** Whether the pages of moderators open. */
export const isIn = async (browser: Browser): Promise<boolean> => (await browser.open('/account')).status === 200;
