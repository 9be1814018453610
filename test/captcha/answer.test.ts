import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAnswer, readNumber } from '../../src/captcha/answer.ts';
import { en } from '../../src/captcha/words/en.ts';
import { german } from './samples.ts';

describe('what is a number', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['7', 7],
    ['07', 7],
    ['20', 20],
    [' 7 ', 7],
    ['\t7\r\n', 7],
    ['\u00a07\u3000', 7],
    ['= 7', 7],
    ['=7', 7],
    ['+7', 7],
    ['7.', 7],
    ['0.', 0],
    ['７。', 7],
    ['-0', 0],
    ['−0', 0],
    ['–0', 0],
    ['-7', -7],
    ['= −7', -7],
    ['０', 0],
    ['٠', 0],
    ['۱۲', 12],
    ['१२', 12],
    ['𝟟', 7],
    ['\u{116da}\u{116db}', 1],
    ['①', 1],
    ['\u200e7\u200f', 7],
    ['\u20687\u2069', 7],
    ['1\u200b2', 12],
    ['\ufeff7', 7],
    ['7\ufe0f\u20e3', 7],
    ['zero', 0],
    ['Zero.', 0],
    ['= SEVEN', 7],
    ['ｓｅｖｅｎ', 7],
    ['sév\u00aden', 7],
    ['Twenty', 20],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    [`${'0'.repeat(63)}7`, 7],
  ])('%j is %d', (typed, number) => {
    expect(Object.is(parseAnswer(typed, 'en'), number)).toBe(true);
  });
});

describe('what is none', () => {
  test.each([
    ...['', ' ', '.', '=', '+', '-', '−', '=+', '\u200b', '7abc', '7.0', '0x7', '1,000', '3 4', '1e3', '7..', '--7'],
    ...['+-7', '==7', '7=', '7+0', '½', 'Infinity', 'NaN', 'null', 'undefined', 'true', '[7]', 'seventy', 'sevens'],
    ...['four − 4', '9007199254740992', '9'.repeat(64), `${'0'.repeat(64)}7`, `${' '.repeat(64)}7`, '七', '\ud800'],
  ])('%j', (typed) => {
    expect(parseAnswer(typed, 'en')).toBeNull();
  });

  test.each([undefined, null, 0, 7, 7n, true, ['7'], [], {}, { toString: () => '7' }, () => '7', Symbol('7')])(
    'only strings are looked at: %p',
    (typed) => {
      expect(parseAnswer(typed, 'en')).toBeNull();
    },
  );

  test('a string object is no string', () => {
    expect(parseAnswer(Object('7'), 'en')).toBeNull();
  });
});

describe('words of the language and of English', () => {
  test.each<[unknown, number | null]>([
    ['null', 0],
    ['NULL', 0],
    [null, null],
    [undefined, null],
    ['funf', 5],
    ['fu\u0308nf', 5],
    ['FÜNF', 5],
    ['five', 5],
    ['zero', 0],
  ])('%p is %p in German', (typed, number) => {
    expect(readNumber(typed, [german, en])).toBe(number);
  });

  test('capitals fold as people fold them: ı, sigma, hyphens', () => {
    const mixed = { ...en, numbers: ['sıfır', 'τρεις', 'dix-sept', 'mười một'] };
    const typed = ['SIFIR', 'sifir', 'ΤΡΕΙΣ', 'τρεισ', 'dix sept', 'dix\u2011sept', 'muoi mot'];
    expect(typed.map((text) => readNumber(text, [mixed]))).toEqual([0, 0, 1, 1, 2, 2, 3]);
  });

  test('a word of two languages counts in the first', () => {
    const first = { ...en, numbers: ['ten'] };
    expect([readNumber('ten', [first, en]), readNumber('ten', [en, first])]).toEqual([0, 10]);
  });
});

describe('properties', () => {
  const anyString = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(...'0179٣७ =+-−.\u200fnulzeros,x'), maxLength: 12 }),
  );

  test('anything gives a safe integer or null and never throws', () => {
    const isNumberOrNull = (value: unknown) => value === null || (Number.isSafeInteger(value) && !Object.is(value, -0));
    fc.assert(
      fc.property(fc.oneof(anyString, fc.anything()), fc.string(), (typed, language) => {
        expect(isNumberOrNull(parseAnswer(typed, language))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  /** What the engine's own number formats say, where a script has ten digits. */
  const scripts = Intl.supportedValuesOf('numberingSystem').filter((system) => /^\p{Nd}$/u.test(formatted(5, system)));

  function formatted(number: number, numberingSystem: string): string {
    return new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(number);
  }

  test('digits of every script there is a number format for', () => {
    expect(scripts.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...scripts), fc.nat(), (script, number) => {
        expect(parseAnswer(formatted(number, script), 'en')).toBe(number);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every decimal digit of Unicode is worth 0 to 9, as often each', () => {
    const all = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);
    const digits = all.map((code) => String.fromCodePoint(code)).filter((character) => /^\p{Nd}$/u.test(character));
    const worth = digits.map((digit) => parseAnswer(digit, 'en'));
    const counts = Array.from({ length: 10 }, (_, value) => worth.filter((found) => found === value).length);
    expect(new Set(counts)).toEqual(new Set([digits.length / 10]));
  });
});
