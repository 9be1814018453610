import type { Logger } from 'pino';
import { z } from 'zod';
import { unknownLanguage, wordsOf } from './captcha/words/index.ts';
import { defaultLimits, type Limit, type LimitName, limitNames } from './comments/limits.ts';
import { mostSessionHours } from './comments/signed-in-visit.ts';
import { mailAddress, mailServer, webhookAddress, webhookKey } from './notices.ts';

/** What `comments({...})` accepts; all of it may be left out. */
export interface CommentsOptions {
  /** Folder of the Markdown articles: `./articles`. */
  readonly articles?: string;
  /** Folder of the databases and the generated secret: `./data`. */
  readonly data?: string;
  /** `postgres://…` to keep everything there, `:memory:` for a trial; else SQLite in the data folder. */
  readonly databaseUrl?: string;
  /** At least 32 characters; else one is made in the data folder. Several processes must share it. */
  readonly secret?: string;
  /** Public address up to where it is mounted: absolute links and `https` come from it, never from the Host header. */
  readonly baseUrl?: string;
  /** Whether an author's first comment waits for a moderator: `hold`. */
  readonly firstComment?: 'hold' | 'publish';
  /** Whether the page carries the sum or the first post asks for it (for sites behind a cache): `inline`. */
  readonly challengeDelivery?: 'inline' | 'deferred';
  /** Language of the sum, a tag such as `de`: `en`. */
  readonly language?: string;
  /** Comments on the article itself that one page shows: 50. */
  readonly commentsPerPage?: number;
  /** Replies below one of them that are shown with it, the rest on pages of their own: 200. */
  readonly repliesPerPage?: number;
  /** How deep replies are shown below each other, 0 to 8; deeper ones stand at this depth: 4. */
  readonly replyDepth?: number;
  /** Whether comments can be liked: `on`. */
  readonly likes?: 'on' | 'off';
  /** Words, domains or addresses that send a comment to a moderator; whole words, in any case: none. */
  readonly blocklist?: readonly string[];
  /** Links a comment may have before a moderator looks: 1. */
  readonly mostLinks?: number;
  /** Seconds from the form to its answer below which a new sum is asked: 3. */
  readonly challengeThinkSeconds?: number;
  /** Forms that one visit may have open: 8. */
  readonly challengeOutstanding?: number;
  /** Limits by name, such as `{ 'publish-address': { points: 3, seconds: 600 } }`; docs/guard.md lists them. */
  readonly limits?: Partial<Readonly<Record<LimitName, Limit>>>;
  /** Hours that moderators stay signed in without opening a page: 72. */
  readonly sessionIdleHours?: number;
  /** Hours that they stay signed in at all, 336 at most: 336. */
  readonly sessionHours?: number;
  /** Whoever bears it may read `/metrics`; without it there is none. */
  readonly metricsToken?: string;
  readonly siteName?: string;
  /** Where mail is handed in, `smtp://…` or `smtps://…`; with `mailFrom` and `baseUrl` there is mail, else none. */
  readonly smtpUrl?: string;
  /** The address that all mail is from. */
  readonly mailFrom?: string;
  /** What is called with each notification, `https://…`; it needs `webhookSecret`. */
  readonly webhookUrl?: string;
  /** Signs the calls: at least 32 characters. */
  readonly webhookSecret?: string;
  /** Hosts of `webhookUrl` that may be in a private network: none. */
  readonly webhookAllow?: readonly string[];
  /** A pino logger; else one line an event on standard output. */
  readonly log?: Logger;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Whole numbers from 0 up to, but without, `below`. */
  readonly randomInt?: (below: number) => number;
}

const count = (least: number) => {
  const message = `must be a whole number of at least ${least}.`;
  return z.int(message).min(least, message);
};

const hours = z.int(`must be a whole number from 1 to ${mostSessionHours}.`).min(1).max(mostSessionHours);

const schema = z.strictObject({
  articles: z.string('must be the path of a folder.').default('./articles'),
  data: z.string('must be the path of a folder.').default('./data'),
  databaseUrl: z
    .string()
    .refine(
      (url) => [':memory:', 'sqlite:'].includes(url) || /^postgres(ql)?:\/\//.test(url),
      'must start with postgres://; leave it out for SQLite in the data folder.',
    )
    .optional(),
  secret: z.string().min(32, 'must have at least 32 characters; leave it out to have one made.').optional(),
  baseUrl: z
    .url({ protocol: /^https?$/, message: 'must be the public address, such as "https://news.example.org".' })
    .optional(),
  firstComment: z.enum(['hold', 'publish'], 'must be "hold" or "publish".').default('hold'),
  challengeDelivery: z.enum(['inline', 'deferred'], 'must be "inline" or "deferred".').default('inline'),
  language: z
    .string()
    .refine((tag) => wordsOf(tag) !== undefined, { message: unknownLanguage })
    .default('en'),
  commentsPerPage: z.int('must be a whole number from 1 to 500.').min(1).max(500).default(50),
  repliesPerPage: z.int('must be a whole number from 1 to 1000.').min(1).max(1_000).default(200),
  replyDepth: z.int('must be a whole number from 0 to 8.').min(0).max(8).default(4),
  likes: z.enum(['on', 'off'], 'must be "on" or "off".').default('on'),
  blocklist: z.array(z.string(), 'must be a list of words.').default([]),
  mostLinks: z.int('must be a whole number from 0 to 100.').min(0).max(100).default(1),
  challengeThinkSeconds: z.number('must be a number of seconds.').min(0).max(60).default(3),
  challengeOutstanding: z.int('must be a whole number from 1 to 100.').min(1).max(100).default(8),
  limits: z
    .partialRecord(
      z.enum(limitNames, `must be named one of: ${limitNames.join(', ')}.`),
      z.strictObject({ points: count(0), seconds: count(1) }, 'must be { points, seconds }.'),
    )
    .default({})
    .transform((limits) => ({ ...defaultLimits, ...limits })),
  sessionIdleHours: hours.default(72),
  sessionHours: hours.default(mostSessionHours),
  metricsToken: z.string().min(16, 'must have at least 16 characters.').optional(),
  siteName: z.string().max(100, 'must have at most 100 characters.').default('Leave a Reply'),
  smtpUrl: mailServer,
  mailFrom: mailAddress,
  webhookUrl: webhookAddress,
  webhookSecret: webhookKey,
  webhookAllow: z.array(z.string(), 'must be a list of hosts.').default([]),
  log: z
    .custom<Logger>((log) => typeof log === 'object' && log !== null && 'info' in log, 'must be a pino logger.')
    .optional(),
  now: z.custom<() => number>((now) => typeof now === 'function', 'must be a function such as Date.now.').optional(),
  randomInt: z
    .custom<(below: number) => number>((draw) => typeof draw === 'function', 'must be a function.')
    .optional(),
});

export type CheckedOptions = z.infer<typeof schema>;

/**
 * Fills in the defaults.
 * @throws TypeError naming every mistake with its remedy, when the host calls `comments()`.
 */
export function checkOptions(options: CommentsOptions): CheckedOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `does not know ${issue.keys.join(', ')}; remove it or mend its name.`
      : `${issue.path.join('.')} ${issue.message}`,
  );
  throw new TypeError(`comments(): ${mistakes.join(' ')}`);
}
