import { parseAnswer } from './answer.ts';
import type { Blank, Operation, RandomInt } from './sums.ts';
import { drawSum } from './sums.ts';
import type { Prompt } from './wording.ts';
import { wordSum } from './wording.ts';
import type { Words } from './words/words.ts';

export type { Captcha } from './captcha.ts';

/** One sum asked of one visitor: a single-use permission to post one form. */
export interface Challenge {
  /** 128 random bits, base64url. */
  readonly id: string;
  /** Whose session it belongs to: any stable, unguessable string the host derives from the session id. */
  readonly session: string;
  /** The one form it is good for, such as `comment:some-article`. */
  readonly purpose: string;
  readonly prompt: Prompt;
  readonly answer: number;
  /** BCP 47 tag of the number words, frozen when it was issued. */
  readonly language: string;
  /** Epoch milliseconds, like all times here. */
  readonly issuedAt: number;
  /** When the first challenge of this form was issued: think time survives a wrong answer. */
  readonly firstIssuedAt: number;
  readonly expiresAt: number;
  /** Whether it replaces one that was answered too fast. */
  readonly hurried: boolean;
}

/** Where challenges are kept. `take` must be atomic: of two callers at once, one gets the challenge. */
export interface ChallengeStore {
  /** Keeps it; when the session then has more than `most` outstanding, the oldest go. */
  add(challenge: Challenge, most: number): Promise<void>;
  /** Looks without spending: to show the same sum again. */
  find(id: string, session: string, purpose: string): Promise<Challenge | undefined>;
  /** Removes and returns it in one step. */
  take(id: string, session: string, purpose: string): Promise<Challenge | undefined>;
}

export interface NewChallenge {
  readonly id: string;
  readonly session: string;
  readonly purpose: string;
  readonly words: Words;
  readonly operations: readonly Operation[];
  readonly blank: Blank;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  /** When the form was first shown; `issuedAt` where this is its first challenge. */
  readonly firstIssuedAt?: number | undefined;
  readonly lifetimeMs: number;
  /** Whether it replaces one that was answered too fast; default false. */
  readonly hurried?: boolean | undefined;
}

/** Draws a sum and words it. From right to left only additions are asked: the order of operands is ambiguous there. */
export function createChallenge(asked: NewChallenge, randomInt: RandomInt): Challenge {
  const { id, session, purpose, words, blank, issuedAt, firstIssuedAt = issuedAt, lifetimeMs, hurried = false } = asked;
  const operations: readonly Operation[] = words.direction === 'rtl' ? ['+'] : asked.operations;
  const sum = drawSum({ operations, blank }, randomInt);
  return {
    id,
    session,
    purpose,
    prompt: wordSum(sum, words, randomInt),
    answer: sum[sum.blank],
    language: words.language,
    issuedAt,
    firstIssuedAt,
    expiresAt: issuedAt + lifetimeMs,
    hurried,
  };
}

/** What became of one attempt. The challenge is spent in every case. */
export type Verdict =
  | { readonly outcome: 'passed'; readonly challenge: Challenge }
  | { readonly outcome: 'wrong'; readonly challenge: Challenge }
  | { readonly outcome: 'malformed'; readonly challenge: Challenge }
  | { readonly outcome: 'expired'; readonly challenge: Challenge }
  | { readonly outcome: 'too-fast'; readonly challenge: Challenge }
  /** Never issued to this session for this form, or spent already. */
  | { readonly outcome: 'unknown' };

export interface Attempt {
  readonly session: string;
  readonly purpose: string;
  /** As it came with the form: anything. */
  readonly response: unknown;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Answers sooner than this after `firstIssuedAt` are too fast. */
  readonly minThinkMs: number;
}

/**
 * Judges an attempt at a challenge that has just been taken. Every comparison is written so that a damaged record (a
 * missing answer, a time that is no number) fails.
 */
export function judge(challenge: Challenge | undefined, attempt: Attempt): Verdict {
  if (!challenge || !isFor(challenge, attempt)) return { outcome: 'unknown' };
  if (!isAlive(challenge, attempt.now)) return { outcome: 'expired', challenge };
  const number = parseAnswer(attempt.response, challenge.language);
  if (number === null) return { outcome: 'malformed', challenge };
  if (number !== challenge.answer) return { outcome: 'wrong', challenge };
  const thinkMs = attempt.now - challenge.firstIssuedAt;
  return { outcome: thinkMs >= attempt.minThinkMs ? 'passed' : 'too-fast', challenge };
}

/** Whether the challenge belongs to this session and this form. */
export function isFor(challenge: Challenge, form: Pick<Challenge, 'session' | 'purpose'>): boolean {
  return challenge.session === form.session && challenge.purpose === form.purpose;
}

/** Whether it can still be answered; at `expiresAt` it cannot. `now` in epoch milliseconds. */
export function isAlive(challenge: Challenge, now: number): boolean {
  return now < challenge.expiresAt;
}
