import type { Captcha, Challenge } from '../captcha/challenge.ts';
import { isProven } from './author.ts';
import type { Flood } from './flood.ts';
import type { CommentStore } from './store.ts';
import type { Tally } from './tally.ts';
import type { Visitor } from './visitor.ts';

export interface IssuingParts {
  readonly captcha: Captcha;
  readonly comments: Pick<CommentStore, 'historyOf'>;
  readonly flood: Flood;
  readonly tally: Pick<Tally, 'count'>;
}

/** For whom, and why, a sum is asked for. */
export interface Wish {
  readonly visitor: Visitor;
  readonly threadKey: string;
  /** Whether the session is kept already. */
  readonly visit: 'new' | 'kept';
  /** Whether a form was posted that must not end in nothing. */
  readonly posting: boolean;
  /** BCP 47 tag of the page; without one, or without words for it, the site's. */
  readonly language?: string | undefined;
  readonly firstIssuedAt?: number | undefined;
  /** Whether the sum before it was answered too fast. */
  readonly hurried?: boolean | undefined;
}

export type Asked =
  | {
      readonly outcome: 'asked';
      readonly challenge: Challenge;
      /** Known to a moderator: the ticket is enough, its sum need not be shown. */
      readonly excused: boolean;
    }
  /** Whole seconds. */
  | { readonly outcome: 'too-many'; readonly retryAfter: number };

export type Issuing = ReturnType<typeof createIssuing>;

/** What one form of one thread is called when its challenge is issued and taken. */
export const purposeOf = (threadKey: string): string => `comment:${threadKey}`;

/** Gives tickets to forms, within limits. */
export function createIssuing({ captcha, comments, flood, tally }: IssuingParts) {
  /** A new ticket. Over the limits a page gets none; a posted form gets one from a budget of its own, or has to wait. */
  async function ask({ visitor, threadKey, visit, posting, ...time }: Wish): Promise<Asked> {
    const reached = await flood.ask(visitor, visit);
    const refusal = reached && posting ? await flood.step(visitor) : reached;
    if (refusal) return { outcome: 'too-many', retryAfter: refusal.retryAfter };
    const excused = await isKnown(visitor, visit);
    const challenge = await captcha.issue({ session: visitor.id, purpose: purposeOf(threadKey), ...time });
    tally.count('issued');
    return { outcome: 'asked', challenge, excused };
  }

  /** Whether this visitor is an author whom a moderator has approved. */
  async function isKnown(visitor: Visitor, visit: Wish['visit']): Promise<boolean> {
    if (visit === 'new' && visitor.author === null) return false;
    return isProven(await comments.historyOf(visitor));
  }

  const formOf = (visitor: Visitor, threadKey: string, id: unknown) => ({
    id,
    session: visitor.id,
    purpose: purposeOf(threadKey),
  });

  /** The challenge of this form, unspent; undefined when it is no longer good. */
  const find = (visitor: Visitor, threadKey: string, id: unknown): Promise<Challenge | undefined> =>
    captcha.find(formOf(visitor, threadKey, id));

  /** The same, spent. */
  const forgo = (visitor: Visitor, threadKey: string, id: unknown): Promise<Challenge | undefined> =>
    captcha.forgo(formOf(visitor, threadKey, id));

  return { ask, isKnown, find, forgo };
}
