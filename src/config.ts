import { z } from 'zod';
import { unknownLanguage, wordsOf } from './captcha/words/index.ts';
import type { Limits } from './comments/limits.ts';
import { mostSessionHours } from './comments/signed-in-visit.ts';
import { areProxies, isSiteUrl, oneOf, readLimits, splitList, wholeNumber } from './config-formats.ts';
import { mailAddress, mailServer, webhookAddress, webhookKey } from './notices.ts';

/** What the environment says, checked. Null means "not set". */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly articlesDir: string;
  readonly databaseUrl: string | null;
  readonly sessionSecret: string | null;
  readonly baseUrl: string | null;
  readonly trustProxy: readonly string[];
  readonly firstComment: 'hold' | 'publish';
  readonly challengeDelivery: 'inline' | 'deferred';
  /** BCP 47 tag of a language the sum can be asked in. */
  readonly language: string;
  readonly commentsPerPage: number;
  readonly replyDepth: number;
  readonly likes: 'on' | 'off';
  /** Words, domains or addresses that send a comment to a moderator. */
  readonly blocklist: readonly string[];
  /** Links a comment may have before a moderator looks. */
  readonly mostLinks: number;
  readonly challengeThinkSeconds: number;
  readonly challengeOutstanding: number;
  readonly guardLimits: Partial<Limits> | null;
  readonly sessionIdleHours: number;
  readonly sessionHours: number;
  readonly metricsToken: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  /** Hosts that may be in a private network. */
  readonly webhookAllow: readonly string[];
  readonly siteName: string;
  readonly logLevel: (typeof logLevels)[number];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every mistake of the environment in one message. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Environment to Config.
 * @throws ConfigError naming every mistake at once, each with its remedy.
 */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  const mistakes = [
    ...(result.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...unknownNames(set).map((name) => `${name} is not a setting of this program. Remove it or mend its name.`),
  ];
  if (!result.data || mistakes.length > 0)
    throw new ConfigError(`Cannot start:\n${mistakes.map((line) => `  - ${line}`).join('\n')}`);
  const { data } = result;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    articlesDir: data.ARTICLES_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    sessionSecret: data.SESSION_SECRET ?? null,
    baseUrl: data.BASE_URL?.replace(/\/$/, '') ?? null,
    trustProxy: data.TRUST_PROXY,
    firstComment: data.FIRST_COMMENT,
    challengeDelivery: data.CHALLENGE_DELIVERY,
    language: data.LANGUAGE,
    commentsPerPage: data.COMMENTS_PER_PAGE,
    replyDepth: data.REPLY_DEPTH,
    likes: data.LIKES,
    blocklist: data.BLOCKLIST,
    mostLinks: data.MOST_LINKS,
    challengeThinkSeconds: data.CHALLENGE_THINK_SECONDS,
    challengeOutstanding: data.CHALLENGE_OUTSTANDING,
    guardLimits: data.GUARD_LIMITS ?? null,
    sessionIdleHours: data.SESSION_IDLE_HOURS,
    sessionHours: data.SESSION_HOURS,
    metricsToken: data.METRICS_TOKEN ?? null,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM ?? null,
    webhookUrl: data.WEBHOOK_URL ?? null,
    webhookSecret: data.WEBHOOK_SECRET ?? null,
    webhookAllow: data.WEBHOOK_ALLOW,
    siteName: data.SITE_NAME,
    logLevel: data.LOG_LEVEL,
  };
}

const schema = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  ARTICLES_DIR: z.string().default('./articles'),
  DATABASE_URL: z
    .string()
    .refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), {
      message: 'must start with postgres:// (or be left out, to use SQLite in DATA_DIR).',
    })
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; leave it out to have one made in DATA_DIR.')
    .optional(),
  BASE_URL: z
    .string()
    .refine(isSiteUrl, { message: 'must be the public address of the site, such as https://news.example.org.' })
    .optional(),
  TRUST_PROXY: z.string().default('').transform(splitList).refine(areProxies, {
    message: 'must list addresses or networks of proxies, such as "loopback" or "10.0.0.0/8, 192.0.2.1".',
  }),
  FIRST_COMMENT: oneOf(['hold', 'publish']).default('hold'),
  CHALLENGE_DELIVERY: oneOf(['inline', 'deferred']).default('inline'),
  LANGUAGE: z
    .string()
    .refine((tag) => wordsOf(tag) !== undefined, { message: unknownLanguage })
    .default('en'),
  COMMENTS_PER_PAGE: wholeNumber(1, 500).default(50),
  REPLY_DEPTH: wholeNumber(0, 8).default(4),
  LIKES: oneOf(['on', 'off']).default('on'),
  BLOCKLIST: z.string().default('').transform(splitList),
  MOST_LINKS: wholeNumber(0, 100).default(1),
  CHALLENGE_THINK_SECONDS: wholeNumber(0, 60).default(3),
  CHALLENGE_OUTSTANDING: wholeNumber(1, 100).default(8),
  GUARD_LIMITS: z.string().transform(splitList).transform(readLimits).optional(),
  SESSION_IDLE_HOURS: wholeNumber(1, mostSessionHours).default(72),
  SESSION_HOURS: wholeNumber(1, mostSessionHours).default(mostSessionHours),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters.').optional(),
  SMTP_URL: mailServer,
  MAIL_FROM: mailAddress,
  WEBHOOK_URL: webhookAddress,
  WEBHOOK_SECRET: webhookKey,
  WEBHOOK_ALLOW: z.string().default('').transform(splitList),
  SITE_NAME: z.string().max(100, 'must have at most 100 characters.').default('Leave a Reply'),
  LOG_LEVEL: oneOf(logLevels).default('info'),
});

/** Settings of the guard are never passed over: a misspelt one would leave a door open in silence. */
function unknownNames(set: Environment): readonly string[] {
  return Object.keys(set).filter((name) => /^(CAPTCHA|CHALLENGE|GUARD)_/.test(name) && !(name in schema.shape));
}
