import { randomInt as cryptoRandomInt, randomBytes } from 'node:crypto';
import type { Challenge, ChallengeStore, Verdict } from './challenge.ts';
import { createChallenge, isAlive, isFor, judge } from './challenge.ts';
import type { Blank, Operation, RandomInt } from './sums.ts';
import { wordsFor } from './words/index.ts';

export interface CaptchaOptions {
  readonly store: ChallengeStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Default crypto.randomInt. */
  readonly randomInt?: RandomInt | undefined;
  /** Gives 22 characters of base64url. */
  readonly randomId?: (() => string) | undefined;
  /** BCP 47 tag of the number words; English where there are none for it. */
  readonly language?: string | undefined;
  readonly operations?: readonly Operation[] | undefined;
  readonly blank?: Blank | undefined;
  readonly lifetimeMs?: number | undefined;
  /** So many unanswered challenges a session may have; one more replaces the oldest. */
  readonly outstanding?: number | undefined;
  readonly minThinkMs?: number | undefined;
}

/** One form of one session. */
export interface CaptchaForm {
  readonly session: string;
  readonly purpose: string;
}

/** How a sum is asked; all of it may be left out. */
export interface Asking {
  readonly language?: string | undefined;
  /** When the form was first shown, where it is shown again. */
  readonly firstIssuedAt?: number | undefined;
  /** Whether the sum before it was answered too fast. */
  readonly hurried?: boolean | undefined;
}

export interface Captcha {
  /** Asks a new sum. After a failed attempt pass the old challenge's `firstIssuedAt`, so that time spent counts. */
  issue(form: CaptchaForm & Asking): Promise<Challenge>;
  /** Looks without spending: undefined when it cannot be answered any more. */
  find(form: CaptchaForm & { readonly id: unknown }): Promise<Challenge | undefined>;
  /** Spends the challenge unanswered, for another sum or for a way past it; undefined when it is no longer good. */
  forgo(form: CaptchaForm & { readonly id: unknown }, store?: ChallengeStore): Promise<Challenge | undefined>;
  /** Spends the challenge, whatever comes out. `store` is that of a running transaction, where there is one. */
  check(
    form: CaptchaForm & { readonly id: unknown; readonly response: unknown },
    store?: ChallengeStore,
  ): Promise<Verdict>;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Asks sums and checks answers. Defaults: English, "+" and "−", the result asked, 24 hours (WCAG 2.2.1), 8 a session. */
export function createCaptcha(options: CaptchaOptions): Captcha {
  const { store, now, randomInt = unforeseeable, randomId = newId, language: usual = 'en', minThinkMs = 0 } = options;
  const { operations = ['+', '−'], blank = 'result', lifetimeMs = dayMs, outstanding = 8 } = options;
  return {
    async issue({ session, purpose, language = usual, firstIssuedAt, hurried }) {
      const sum = { words: wordsFor(language), operations, blank };
      const life = { issuedAt: now(), firstIssuedAt, lifetimeMs };
      const challenge = createChallenge({ id: randomId(), session, purpose, hurried, ...sum, ...life }, randomInt);
      await store.add(challenge, outstanding);
      return challenge;
    },
    async find({ id, session, purpose }) {
      if (!isId(id)) return undefined;
      const challenge = await store.find(id, session, purpose);
      return challenge && isFor(challenge, { session, purpose }) && isAlive(challenge, now()) ? challenge : undefined;
    },
    async forgo({ id, session, purpose }, from = store) {
      const challenge = isId(id) ? await from.take(id, session, purpose) : undefined;
      return challenge && isFor(challenge, { session, purpose }) && isAlive(challenge, now()) ? challenge : undefined;
    },
    async check({ id, session, purpose, response }, from = store) {
      if (!isId(id)) return { outcome: 'unknown' };
      const challenge = await from.take(id, session, purpose);
      return judge(challenge, { session, purpose, response, now: now(), minThinkMs });
    },
  };
}

function unforeseeable(exclusiveMax: number): number {
  return cryptoRandomInt(exclusiveMax);
}

/** 128 random bits. */
function newId(): string {
  return randomBytes(16).toString('base64url');
}

function isId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{22}$/.test(id);
}
