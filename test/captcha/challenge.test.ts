import { describe, expect, test } from '@jest/globals';
import type { Challenge } from '../../src/captcha/challenge.ts';
import { createChallenge, judge } from '../../src/captcha/challenge.ts';
import { operations } from '../../src/captcha/sums.ts';
import { plainPrompt } from '../../src/captcha/wording.ts';
import { en } from '../../src/captcha/words/en.ts';
import { challengeOf, now, rightToLeft } from './samples.ts';
import { loaded, seeded } from './seeded.ts';

const asked = {
  id: 'a'.repeat(22),
  session: 'visit',
  purpose: 'form',
  words: en,
  operations: ['+', '−'],
  blank: 'result',
  issuedAt: now,
  lifetimeMs: 1000,
} as const;

describe('createChallenge', () => {
  test('a whole record from one draw', () => {
    expect(createChallenge(asked, loaded(0, 1, 4, 0))).toEqual(challengeOf());
  });

  test('keeps the time of the first challenge, and lives from its own', () => {
    const { issuedAt, firstIssuedAt, expiresAt } = createChallenge({ ...asked, firstIssuedAt: now - 5000 }, seeded(1));
    expect([issuedAt, firstIssuedAt, expiresAt]).toEqual([now, now - 5000, now + 1000]);
  });

  test.each(['result', 'any'] as const)('from right to left only additions are asked, blank %s', (blank) => {
    const randomInt = seeded(5);
    const draw = () => createChallenge({ ...asked, words: rightToLeft, operations, blank }, randomInt);
    const drawn = Array.from({ length: 200 }, draw);
    expect(drawn.filter(({ prompt }) => !plainPrompt(prompt).includes('+'))).toEqual([]);
    expect(new Set(drawn.map(({ language }) => language))).toEqual(new Set(['he']));
  });
});

describe('judge', () => {
  const attempt = { session: 'visit', purpose: 'form', response: '0', now, minThinkMs: 0 };
  const judged = (challenge: Partial<Challenge>, change: Partial<typeof attempt> | { response: unknown } = {}) =>
    judge(challengeOf(challenge), { ...attempt, ...change }).outcome;

  test('a verdict carries its challenge', () => {
    expect(judge(challengeOf(), attempt)).toEqual({ outcome: 'passed', challenge: challengeOf() });
  });

  test.each(['0', 'zero', '０', '٠', '0.', ' −0 '])('%j passes where 0 is right', (response) => {
    expect(judged({}, { response })).toBe('passed');
  });

  test.each(['1', '20', '-1', 'ten'])('%j is wrong where 0 is right', (response) => {
    expect(judged({}, { response })).toBe('wrong');
  });

  test.each(['', ' ', 'null', 'false', undefined, null, false, 0, [], ['0'], ['0', '1'], {}, { toString: () => '0' }])(
    '%p is no answer even where 0 is right',
    (response) => {
      expect(judged({}, { response })).toBe('malformed');
    },
  );

  test('what is missing on both sides never passes', () => {
    expect(judge(undefined, { ...attempt, response: undefined })).toEqual({ outcome: 'unknown' });
    expect(judged({ answer: undefined as never }, { response: undefined })).toBe('malformed');
    expect(judged({ answer: null as never }, { response: '' })).toBe('malformed');
    expect(judged({ answer: null as never })).toBe('wrong');
  });

  test('another session and another form know nothing of it', () => {
    expect(judged({}, { session: 'other' })).toBe('unknown');
    expect(judged({}, { purpose: 'other' })).toBe('unknown');
  });

  test('expires at its last millisecond, right or not', () => {
    expect(judged({}, { now: now + 999 })).toBe('passed');
    expect(judged({}, { now: now + 1000 })).toBe('expired');
    expect(judged({}, { now: now + 1000, response: '1' })).toBe('expired');
  });

  test('think time counts from the first challenge of the form', () => {
    const minThinkMs = 500;
    expect(judged({}, { minThinkMs, now: now + 499 })).toBe('too-fast');
    expect(judged({}, { minThinkMs, now: now + 500 })).toBe('passed');
    expect(judged({ firstIssuedAt: now - 500 }, { minThinkMs })).toBe('passed');
    expect(judged({}, { minThinkMs, response: '1' })).toBe('wrong');
  });

  test('a time that is no number fails', () => {
    expect(judged({ expiresAt: Number.NaN })).toBe('expired');
    expect(judged({ firstIssuedAt: Number.NaN })).toBe('too-fast');
    expect(judged({}, { now: Number.NaN })).toBe('expired');
  });
});
