import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Challenge } from '../../src/captcha/challenge.ts';
import { createChallenge, judge } from '../../src/captcha/challenge.ts';
import { blanks, operations } from '../../src/captcha/sums.ts';
import { plainPrompt } from '../../src/captcha/wording.ts';
import { languages } from '../../src/captcha/words/index.ts';
import type { Words } from '../../src/captcha/words/words.ts';
import { now } from './samples.ts';
import { seeded } from './seeded.ts';

const asked = fc.record({
  words: fc.constantFrom(...languages),
  operations: fc.subarray([...operations], { minLength: 1 }),
  blank: fc.constantFrom(...blanks),
  seed: fc.nat(),
});

type Asked = typeof asked extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function ask({ seed, ...sum }: Asked): Challenge {
  const life = { issuedAt: now, lifetimeMs: 1000 };
  return createChallenge({ id: 'a'.repeat(22), session: 'visit', purpose: 'form', ...sum, ...life }, seeded(seed));
}

test('who knows the words solves every sum of every language, and answers in words or digits', () => {
  fc.assert(
    fc.property(asked, (drawn) => {
      const challenge = ask(drawn);
      const solutions = solutionsOf(plainPrompt(challenge.prompt), drawn.words);
      expect(solutions).toEqual([challenge.answer]);
      const responses = solutions.flatMap((number) => [String(number), drawn.words.numbers[number]]);
      const form = { session: 'visit', purpose: 'form', now, minThinkMs: 0 };
      const outcomes = responses.map((response) => judge(challenge, { ...form, response }).outcome);
      expect(outcomes).toEqual(['passed', 'passed']);
    }),
    { numRuns: 3_000 },
  );
});

test('every sum has a word in it, and ears hear the sign in the language', () => {
  fc.assert(
    fc.property(asked, (drawn) => {
      const { prompt } = ask(drawn);
      expect(prompt.some((token) => token.kind === 'number' && drawn.words.numbers.includes(token.text))).toBe(true);
      const sign = prompt.find((token) => token.kind === 'operator');
      expect(Object.values(drawn.words.operators)).toContain(sign?.word);
    }),
    { numRuns: 500 },
  );
});

test('from right to left only additions are asked', () => {
  const rightToLeft = languages.filter(({ direction }) => direction === 'rtl');
  expect(rightToLeft.map(({ language }) => language)).toEqual(['ar', 'fa']);
  fc.assert(
    fc.property(asked, fc.constantFrom(...rightToLeft), (drawn, words) => {
      expect(ask({ ...drawn, words }).prompt.filter((token) => token.kind === 'operator')).toEqual([
        { kind: 'operator', glyph: '+', word: words.operators['+'] },
      ]);
    }),
    { numRuns: 300 },
  );
});

/** Every number that makes the sum true, found by trying: knows what is shown and the language's words, nothing else. */
function solutionsOf(shown: string, words: Words): readonly number[] {
  const [left = '', sign = '', right = '', , result = ''] = shown.split(/\s*([+−×=])\s*/u);
  const numberOf = (text: string, tried: number) => {
    if (text === '?' || text === '') return tried;
    return /^\d+$/.test(text) ? Number(text) : words.numbers.indexOf(text);
  };
  const holds = (tried: number) =>
    calculate(numberOf(left, tried), sign, numberOf(right, tried)) === numberOf(result, tried);
  return Array.from(words.numbers.keys()).filter(holds);
}

function calculate(left: number, sign: string, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '−') return left - right;
  return sign === '×' ? left * right : Number.NaN;
}
