import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import express, { type Express } from 'express';
import pino from 'pino';
import { type CommentsApp, comments } from '../../src/assemble.ts';
import type { CommentsOptions } from '../../src/options.ts';
import { newAddress } from './addresses.ts';
import { type Browser, openBrowser, type Shown } from './browser.ts';
import { type Engine, engines, type Place } from './engines.ts';

/** The whole application on a database of its own, with a clock that the test moves. */
export interface World {
  readonly app: Express;
  readonly comments: CommentsApp;
  /** Each request comes `pause` milliseconds after the one before: people think. */
  readonly clock: { now: number; pause: number };
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly articlesDir: string;
  /** Everything the application has logged, line by line. */
  readonly logged: string[];
  /** A visitor who has not been here before, from an address and a network of their own unless `x-forwarded-for` is given. */
  visitor(headers?: Readonly<Record<string, string>>): Browser;
  /** Someone signed in as a moderator. */
  moderator(): Promise<Browser>;
  /** Posts a comment with the right answer and moves it to the lane, by hand of a moderator. */
  published(text: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  /** Another application on the same data; close this one first. */
  reopen(options: CommentsOptions): Promise<World>;
  /** Drops the data of an application that is closed already. */
  remove(): Promise<void>;
  close(): Promise<void>;
}

export const article = '/articles/open-letter';
export const credentials = { email: 'mo@example.org', password: 'correct horse battery' };

/** Runs the stories over every engine of this run. */
export function describeOnEveryEngine(
  title: string,
  stories: (world: () => World) => void,
  options: CommentsOptions = {},
  on: readonly Engine[] = engines,
): void {
  describe.each(on.map((engine) => [engine.name, engine] as const))(`${title} (%s)`, (_name, engine) => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld(engine, options);
    });
    afterAll(() => world.close());
    stories(() => world);
  });
}

export async function openWorld(engine: Engine, options: CommentsOptions = {}): Promise<World> {
  return openOn(await engine.provide(), await writeArticles(), options);
}

async function openOn(place: Place, articles: string, options: CommentsOptions): Promise<World> {
  const clock = { now: Date.UTC(2022, 0, 14, 9), pause: 4_000 };
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const { databaseUrl, dataDir } = place;
  const mounted = comments({ articles, data: dataDir, databaseUrl, log, now: () => clock.now, ...options });
  const { signIn } = await mounted.ready;
  await signIn.enrol(credentials.email, credentials.password);
  const app = express();
  app.set('trust proxy', 'loopback');
  app.use((_req, _res, next) => {
    clock.now += clock.pause;
    next();
  }, mounted);

  const visitor = (headers = {}): Browser => openBrowser(app, { 'x-forwarded-for': newAddress(), ...headers });
  const moderator = async (): Promise<Browser> => {
    const browser = visitor();
    await browser.submit(await browser.open('/sign-in'), 'form[action="/sign-in"]', credentials);
    return browser;
  };
  const published = async (text: string, fields = {}): Promise<string> => {
    const writer = visitor();
    const posted = await writeReply(writer, { body: text, ...fields });
    const id = idOf(posted);
    const mo = await moderator();
    const queue = await mo.open('/moderation');
    await mo.submit(queue, 'form#bulk', { ids: id, action: 'approve' });
    return id;
  };
  const remove = async (): Promise<void> => {
    await place.remove();
    await rm(articles, { recursive: true });
  };
  const close = async (): Promise<void> => {
    await mounted.close();
    await remove();
  };
  return {
    app,
    comments: mounted,
    clock,
    databaseUrl,
    dataDir,
    articlesDir: articles,
    logged,
    reopen: (more) => openOn(place, articles, more),
    visitor,
    moderator,
    published,
    remove,
    close,
  };
}

/** Opens the article and posts a reply with the right answer, changed by `fields`. */
export async function writeReply(browser: Browser, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
  const page = await browser.open(article);
  return browser.post(`${article}/comments`, { ...page.reply, body: 'A calm reply.', author: 'Ann', ...fields });
}

/** The id in the Location of a stored comment. */
export const idOf = (posted: Shown): string => posted.headers.location?.split('#comment-')[1] ?? '';

async function writeArticles(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'articles-'));
  const write = (slug: string, title: string, comments: string, more = ''): Promise<void> =>
    writeFile(
      join(folder, `${slug}.md`),
      `---\ntitle: ${title}\nsection: Letters\nauthor: The Editors\ndate: 2022-01-09\ncomments: ${comments}\n${more}---\n\nThe text of it.\n`,
    );
  await write('open-letter', 'An open letter', 'open');
  await write('second-letter', 'A second letter', 'open');
  await write('russian-letter', 'A letter in Russian', 'open', 'language: ru\n');
  await write('closed-letter', 'A closed letter', 'closed');
  return folder;
}
