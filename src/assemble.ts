import { randomBytes, randomInt } from 'node:crypto';
import express, { type Express } from 'express';
import pino, { type Logger } from 'pino';
import { v7 as newId } from 'uuid';
import { openArticles } from './articles/source.ts';
import { createCaptcha } from './captcha/index.ts';
import { createDiscussion } from './comments/discussion.ts';
import { createModeration } from './comments/moderation.ts';
import { rulesOf } from './comments/rules/index.ts';
import { createSignIn, type SignIn } from './comments/sign-in.ts';
import { keyedBy } from './http/address.ts';
import { createApp } from './http/app.ts';
import { type CheckedOptions, type CommentsOptions, checkOptions } from './options.ts';
import { openStore } from './store/open.ts';
import { secretIn } from './store/secret.ts';

/** An Express application to mount, and its life. */
export interface CommentsApp extends Express {
  /** Resolves when the database is migrated and the articles are read; rejects when that is impossible. */
  readonly ready: Promise<Running>;
  /** Lets go of the database and the articles. Close the HTTP server first. */
  close(): Promise<void>;
}

export interface Running {
  readonly signIn: SignIn;
}

interface Parts extends Running {
  readonly app: Express;
  close(): Promise<void>;
}

/** How often what has expired is removed. */
const sweepEveryMs = 10 * 60_000;

/**
 * Articles, replies and moderation as one Express application: `app.use(comments())`, or below a path.
 * @throws TypeError when an option is wrong; the message names the remedy.
 */
export function comments(options: CommentsOptions = {}): CommentsApp {
  const app = express();
  app.disable('x-powered-by');
  const { log = pino(), ...rest } = checkOptions(options);
  const checked = { ...rest, log };
  const opened = open(checked);
  const ready = opened.then((parts) => {
    app.use(parts.app);
    return { signIn: parts.signIn };
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
  return Object.assign(app, { ready, close });
}

/** The one place where core and edges meet. */
async function open(options: CheckedOptions & { readonly log: Logger }): Promise<Parts> {
  const { now = Date.now, baseUrl = null, log } = options;
  const secret = options.secret ?? (await secretIn(options.data));
  const store = await openStore({ databaseUrl: options.databaseUrl ?? 'sqlite:', dataDir: options.data, log, now });
  const articles = await openArticles({ directory: options.articles, log });
  const newToken = (): string => randomBytes(32).toString('base64url');

  const captcha = createCaptcha({
    store: store.challenges,
    language: options.language,
    now,
    randomInt: options.randomInt ?? ((below) => randomInt(below)),
  });
  const discussion = createDiscussion({
    comments: store.comments,
    transaction: store.transaction,
    captcha,
    rules: rulesOf(options),
    openBudget: store.openBudget,
    commentsPerPage: options.commentsPerPage,
    now,
    newId,
  });
  const moderation = createModeration({ comments: store.comments, perPage: options.commentsPerPage });
  const signIn = createSignIn({ moderators: store.moderators, openBudget: store.openBudget, now, newId, newToken });
  const app = createApp({
    articles,
    discussion,
    captcha,
    moderation,
    signIn,
    sessionStore: store.sessions,
    check: store.check,
    isUnavailable: store.isUnavailable,
    keyed: keyedBy(secret),
    secret,
    secure: baseUrl?.startsWith('https:') ?? false,
    baseUrl,
    siteName: options.siteName,
    delivery: options.challengeDelivery,
    now,
    newToken,
    log,
  });

  const sweeping = setInterval(() => {
    store.sweep(now()).catch((error: unknown) => log.error({ err: error }, 'sweeping failed'));
  }, sweepEveryMs).unref();
  const close = async (): Promise<void> => {
    clearInterval(sweeping);
    await articles.close();
    await store.close();
  };
  return { app, signIn, close };
}
