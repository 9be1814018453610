import { randomBytes, randomInt } from 'node:crypto';
import express, { type Express } from 'express';
import pino, { type Logger } from 'pino';
import { openArticles } from './articles/source.ts';
import { createCaptcha } from './captcha/index.ts';
import { createCore } from './comments/core.ts';
import { idsBy } from './comments/id.ts';
import type { Moderation } from './comments/moderation.ts';
import type { Newsroom } from './comments/news.ts';
import type { People } from './comments/people.ts';
import { createRounds } from './comments/rounds.ts';
import type { SignIn } from './comments/sign-in.ts';
import { keyedBy } from './http/address.ts';
import { createApp } from './http/app.ts';
import { createMetrics } from './http/metrics.ts';
import { noticesOf, transportsOf } from './notices.ts';
import { startNotifier } from './notify/notifier.ts';
import { type CheckedOptions, type CommentsOptions, checkOptions } from './options.ts';
import { openStore } from './store/open.ts';
import { secretIn } from './store/secret.ts';
import { warningsOf } from './warnings.ts';

/** An Express application to mount, and its life. */
export interface CommentsApp extends Express {
  /** Resolves when the database is migrated and the articles are read; rejects when that is impossible. */
  readonly ready: Promise<Running>;
  /** Ends the streams that pages of moderators keep open, for which a closing HTTP server would wait. */
  endStreams(): void;
  /** Lets go of the database and the articles. Close the HTTP server first. */
  close(): Promise<void>;
}

export interface Running {
  readonly signIn: SignIn;
  readonly people: People;
  readonly moderation: Moderation;
  /** Sends the notifications that are due; it is done all the time anyway. */
  readonly deliver: () => Promise<void>;
}

interface Parts extends Running {
  readonly app: Express;
  readonly news: Newsroom;
  close(): Promise<void>;
}

/** Milliseconds from one time to the next: to remove what expired, to tell open pages of decisions, to write counts. */
const every = { sweep: 10 * 60_000, look: 1_500, flush: 10_000 } as const;

/**
 * Articles, replies and moderation as one Express application: `app.use(comments())`, or below a path.
 * @throws TypeError when an option is wrong; the message names the remedy.
 */
export function comments(options: CommentsOptions = {}): CommentsApp {
  const app = express();
  app.disable('x-powered-by');
  const { log = pino(), ...rest } = checkOptions(options);
  const checked = { ...rest, log };
  const opened = assemble(checked);
  const ready = opened.then((parts) => {
    app.use(parts.app);
    return parts;
  });
  // Told to whoever awaits `ready`, and to the log; a visitor hears only that it is so.
  ready.catch((error: unknown) => checked.log.fatal({ err: error }, 'comments() cannot open its data'));
  app.use((_req, res, next) => {
    ready.then(
      () => next(),
      () => res.status(503).set('Retry-After', '60').type('text').send('This site cannot reach its data just now.\n'),
    );
  });
  const close = async (): Promise<void> => (await opened).close();
  const endStreams = (): void => void opened.then(({ news }) => news.end()).catch(() => undefined);
  return Object.assign(app, { ready, endStreams, close });
}

/** The one place where core and edges meet. */
export async function assemble(options: CheckedOptions & { readonly log: Logger }): Promise<Parts> {
  const { now = Date.now, baseUrl = null, siteName, language, log } = options;
  for (const warning of warningsOf(options)) log.warn(warning);
  const notices = noticesOf(options);
  const secret = options.secret ?? (await secretIn(options.data));
  const store = await openStore({ databaseUrl: options.databaseUrl ?? 'sqlite:', dataDir: options.data, log, now });
  const articles = await openArticles({ directory: options.articles, log });
  const newToken = (): string => randomBytes(32).toString('base64url');

  const captcha = createCaptcha({
    store: store.challenges,
    language,
    now,
    outstanding: options.challengeOutstanding,
    minThinkMs: options.challengeThinkSeconds * 1000,
    randomInt: options.randomInt ?? ((below) => randomInt(below)),
  });
  const metrics = options.metricsToken
    ? createMetrics({ token: options.metricsToken, breaker: () => core.breaker.state() })
    : null;
  const newId = idsBy(now);
  const core = createCore({
    stores: store,
    captcha,
    scrub: store.scrub,
    policy: options,
    listener: metrics?.tally ?? null,
    keyed: keyedBy(secret),
    transports: transportsOf(notices),
    now,
    newId,
    newToken,
  });
  const app = createApp({
    ...core,
    articles,
    metrics,
    outbox: store.outbox,
    learn: () => void learn(),
    sessionStore: store.sessions,
    check: store.check,
    isUnavailable: store.isUnavailable,
    keyed: keyedBy(secret),
    secret,
    secure: baseUrl?.startsWith('https:') ?? false,
    baseUrl,
    siteName,
    language,
    delivery: options.challengeDelivery,
    replyDepth: options.replyDepth,
    now,
    newId,
    newToken,
    log,
  });

  const notifier = startNotifier({ ...core, outbox: store.outbox, ...notices, siteName, language, now, newToken, log });
  const rounds = createRounds(log);
  rounds.every(every.sweep, () => store.sweep(now()), 'sweeping failed');
  rounds.every(every.look, core.news.look, 'looking for decisions failed');
  const flush = rounds.every(every.flush, core.flush, 'counting failed');
  const learn = rounds.every(every.sweep, core.learning.catchUp, 'learning failed');
  const close = async (): Promise<void> => {
    rounds.stop();
    core.news.end();
    await notifier.stop();
    await flush();
    await core.learning.close();
    await articles.close();
    await store.close();
  };
  return { ...core, app, deliver: notifier.deliver, close };
}
