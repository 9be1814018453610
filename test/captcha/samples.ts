import type { Challenge } from '../../src/captcha/challenge.ts';
import { en } from '../../src/captcha/words/en.ts';
import type { Words } from '../../src/captcha/words/words.ts';

/** The number word of 0 is a trap here. */
export const german: Words = {
  ...en,
  language: 'de',
  numbers: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', ...en.numbers.slice(6)],
};

export const rightToLeft: Words = { ...en, language: 'he', direction: 'rtl' };

export const now = Date.UTC(2022, 0, 10);

/** "four − 4 =", issued just now. */
export function challengeOf(change: Partial<Challenge> = {}): Challenge {
  return {
    id: 'a'.repeat(22),
    session: 'visit',
    purpose: 'form',
    prompt: [
      { kind: 'number', text: 'four' },
      { kind: 'operator', glyph: '−', word: 'minus' },
      { kind: 'number', text: '4' },
      { kind: 'equals' },
    ],
    answer: 0,
    language: 'en',
    hurried: false,
    issuedAt: now,
    firstIssuedAt: now,
    expiresAt: now + 1000,
    ...change,
  };
}
