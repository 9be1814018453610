import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { comments } from '../../src/assemble.ts';
import type { CommentsOptions } from '../../src/options.ts';
import { newAddress } from './addresses.ts';
import { type Browser, type Fields, openBrowser } from './browser.ts';
import { writeBrowserArticles } from './browser-articles.ts';
import { engines, type Place } from './engines.ts';
import { from, site } from './mail-addresses.ts';
import { type Fate, openMailServer, type Received } from './mail-server.ts';

/** The whole application behind a port of its own, for a real browser. */
export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  /** Leads to the page that makes the first moderator; null when the site was opened with one. */
  readonly setupUrl: string | null;
  readonly clock: { now: number };
  /** The next sum that is asked for fails with this. */
  fault: Error | null;
  /** Adds a moderator; gives what they sign in with. */
  enrolled(email: string): Promise<{ readonly email: string; readonly password: string }>;
  /** Stores a comment that waits for a moderator; gives its id. */
  waiting(path: string, fields: Fields): Promise<string>;
  /** Moves comments to a lane, by hand of the moderator. */
  decide(action: 'approve' | 'spam' | 'trash', ids: readonly string[]): Promise<void>;
  /** Sends what is due, and gives every mail so far, the newest first; of a site that was opened with `mail`. */
  mails(): Promise<readonly Received[]>;
  /** What becomes of the next mails. */
  readonly fates: Fate[];
  close(): Promise<void>;
}

export interface SiteOptions extends CommentsOptions {
  /** Whether there is one. */
  readonly moderator?: boolean;
  /** Whether it sends mail, to a server on this machine. */
  readonly mail?: boolean;
}

export const credentials = { email: 'mo@example.org', password: 'correct horse battery' };

/** Opens a site with the articles of the browser tests, at 9 o'clock of 14 January 2022; `moderator: false` leaves it without one. */
export async function openSite({ moderator = true, mail = false, ...options }: SiteOptions = {}): Promise<Site> {
  const [articles, place] = await Promise.all([writeBrowserArticles(), provideMemory()]);
  const server = mail ? await openMailServer() : null;
  const posting = server ? { smtpUrl: server.url, mailFrom: from, baseUrl: site } : {};
  const clock = { now: Date.UTC(2022, 0, 14, 9) };
  const faults: { next: Error | null } = { next: null };
  const draw = (below: number): number => {
    const fault = faults.next;
    faults.next = null;
    if (fault) throw fault;
    return randomInt(below);
  };
  const { databaseUrl, dataDir } = place;
  const log = pino({ level: 'silent' });
  const own = { articles, data: dataDir, databaseUrl, log, now: () => clock.now, randomInt: draw };
  const mounted = comments({ ...own, ...posting, ...options });
  const { signIn, deliver } = await mounted.ready;
  if (moderator) await signIn.enrol(credentials.email, credentials.password);
  const token = await signIn.offerSetup();
  const app = express();
  app.set('trust proxy', 'loopback');
  // People think: each request comes four seconds after the one before.
  app.use((_req, _res, next) => {
    clock.now += 4_000;
    next();
  }, mounted);
  const http = await listen(createServer(app));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;

  async function enrolled(email: string) {
    await signIn.enrol(email, credentials.password);
    return { ...credentials, email };
  }

  async function waiting(path: string, fields: Fields): Promise<string> {
    const visitor = openBrowser(app, { 'x-forwarded-for': newAddress() });
    let posted = await visitor.open(path);
    // Where the page has no sum yet, the answer to the first post has it.
    for (let step = 0; step < 2 && !posted.headers.location; step += 1)
      posted = await visitor.post(`${path}/comments`, { ...posted.reply, ...fields });
    const id = posted.headers.location?.split('#comment-')[1];
    if (!id) throw new Error(`The comment was not stored: ${posted.$('[role=alert]').text()}`);
    return id;
  }

  let signedIn: Promise<Browser> | undefined;
  async function decide(action: string, ids: readonly string[]): Promise<void> {
    signedIn ??= signInTo(openBrowser(app));
    const moderating = await signedIn;
    await moderating.submit(await moderating.open('/moderation'), 'form#bulk', { ids, action });
  }

  async function mails(): Promise<readonly Received[]> {
    await deliver();
    return server?.received.toReversed() ?? [];
  }

  async function close(): Promise<void> {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await mounted.close();
    await server?.close();
    await place.remove();
    await rm(articles, { recursive: true });
  }

  const setupUrl = token && `${url}/setup?token=${token}`;
  return {
    url,
    setupUrl,
    clock,
    enrolled,
    waiting,
    decide,
    mails,
    fates: server?.fates ?? [],
    close,
    set fault(fault) {
      faults.next = fault;
    },
    get fault() {
      return faults.next;
    },
  };
}

function provideMemory(): Promise<Place> {
  const [memory] = engines;
  if (!memory) throw new Error('No engine to open a site on');
  return memory.provide();
}

function listen(http: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(0, '127.0.0.1', () => resolve(http));
  });
}

async function signInTo(browser: Browser): Promise<Browser> {
  await browser.submit(await browser.open('/sign-in'), 'form[action="/sign-in"]', credentials);
  return browser;
}
