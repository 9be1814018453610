import { afterAll, afterEach } from '@jest/globals';
import { type Browser, openBrowser, type Shown } from './browser.ts';
import { decide } from './deciding.ts';
import { type Engine, engines } from './engines.ts';
import { from, site } from './mail-addresses.ts';
import { linksIn, type MailServer, openMailServer, type Received } from './mail-server.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from './world.ts';

export { from, site };

/** A world whose mail goes to a server on this machine. */
export interface MailWorld extends World {
  readonly server: MailServer;
  /** Sends what is due `after` milliseconds from now. */
  deliver(after?: number): Promise<void>;
  /** The moderator wants mail so often. */
  wants(mail: string): Promise<void>;
  /** Posts a reply whose author wants mail; gives its id. */
  asking(email: string, fields?: Readonly<Record<string, string>>, browser?: Browser): Promise<string>;
  /** The same, with the address confirmed and the reply approved; nothing is left in the mail server. */
  followed(email: string, fields?: Readonly<Record<string, string>>): Promise<string>;
}

/** Milliseconds after which nobody takes an approval back. */
export const grace = 61_000;

export async function describeWithMail(
  title: string,
  stories: (world: () => MailWorld) => void,
  on: readonly Engine[] = engines,
): Promise<void> {
  const server = await openMailServer();
  afterEach(() => {
    server.received.length = 0;
    server.fates.length = 0;
  });
  afterAll(() => server.close());
  const options = { smtpUrl: server.url, mailFrom: from, baseUrl: site };
  describeOnEveryEngine(title, (world) => stories(() => withMail(world(), server)), options, on);
}

function withMail(world: World, server: MailServer): MailWorld {
  const deliver = async (after = 0): Promise<void> => {
    world.clock.now += after;
    await (await world.comments.ready).deliver();
  };
  const wants = async (mail: string): Promise<void> => {
    const mo = await world.moderator();
    await mo.submit(await mo.open('/account'), 'form[action="/account/mail"]', { mail });
  };
  const asking = async (email: string, fields = {}, browser = world.visitor()): Promise<string> =>
    idOf(await writeReply(browser, { author: 'Ann', email, follow: '1', ...fields }));
  const followed = async (email: string, fields = {}): Promise<string> => {
    const id = await asking(email, { body: `Words of ${email}.`, ...fields });
    await deliver();
    await press(world, linkTo(server.received, '/mail/confirm'));
    await decide(world, 'approve', id);
    await deliver(grace);
    server.received.length = 0;
    return id;
  };
  return { ...world, server, deliver, wants, asking, followed };
}

/** The first link in these mails whose path begins so, as a path of the site. */
export function linkTo(received: readonly Received[], path: string): string {
  const link = received.flatMap(linksIn).find((url) => url.startsWith(`${site}${path}`));
  if (link === undefined) throw new Error(`No mail has a link to ${path}`);
  return link.slice(site.length);
}

/** Opens a link of a mail in a browser that has never been here, and presses the first button there, or the one named. */
export async function press(world: World, link: string, act?: string): Promise<Shown> {
  const browser = openBrowser(world.app);
  const page = await browser.open(link);
  const button = page.$(act ? `main form button[value="${act}"]` : 'main form button').first();
  return browser.submit(page, 'main form', { [button.attr('name') ?? '']: button.attr('value') ?? '' });
}

/** How the replies of the article stand for a reader. */
export const shownTo = async (browser: Browser): Promise<string> => (await browser.open(article)).html;
