import type { Logger } from 'pino';
import { z } from 'zod';
import { unknownLanguage, wordsOf } from './captcha/words/index.ts';

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
  /** Words, domains or addresses that send a comment to a moderator; whole words, in any case: none. */
  readonly blocklist?: readonly string[];
  readonly siteName?: string;
  /** A pino logger; else one line an event on standard output. */
  readonly log?: Logger;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** Whole numbers from 0 up to, but without, `below`. */
  readonly randomInt?: (below: number) => number;
}

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
  blocklist: z.array(z.string(), 'must be a list of words.').default([]),
  siteName: z.string().max(100, 'must have at most 100 characters.').default('Leave a Reply'),
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
