import { describe, expect, test } from '@jest/globals';
import type { Sum } from '../../src/captcha/sums.ts';
import { plainPrompt, wordSum } from '../../src/captcha/wording.ts';
import { en } from '../../src/captcha/words/en.ts';
import { loaded, seeded } from './seeded.ts';

const minus: Sum = { left: 4, operation: '−', right: 4, result: 0, blank: 'result' };

describe('wording', () => {
  test('the sum in reading order, signs with the word for ears', () => {
    expect(wordSum(minus, en, loaded(0))).toEqual([
      { kind: 'number', text: 'four' },
      { kind: 'operator', glyph: '\u2212', word: 'minus' },
      { kind: 'number', text: '4' },
      { kind: 'equals' },
    ]);
  });

  test.each<[Partial<Sum>, number, string]>([
    [{}, 0, 'four − 4 ='],
    [{}, 1, '4 − four ='],
    [{}, 2, 'four − four ='],
    [{ operation: '+', result: 8 }, 1, '4 + four ='],
    [{ operation: '×', result: 16 }, 0, 'four × 4 ='],
    [{ left: 7, operation: '+', right: 2, result: 9, blank: 'right' }, 1, '7 + ? = nine'],
    [{ left: 7, operation: '+', right: 2, result: 9, blank: 'left' }, 0, '? + two = 9'],
    [{ left: 20, right: 0, result: 20 }, 2, 'twenty − zero ='],
  ])('%j, spelled %d: %s', (change, spelling, text) => {
    expect(plainPrompt(wordSum({ ...minus, ...change }, en, loaded(spelling)))).toBe(text);
  });

  test('a blank is spoken', () => {
    expect(wordSum({ ...minus, blank: 'left' }, en, loaded(0))[0]).toEqual({ kind: 'blank', word: 'what number' });
  });

  test('words and digits come at random, at least one of them a word', () => {
    const randomInt = seeded(3);
    const seen = new Set(Array.from({ length: 100 }, () => plainPrompt(wordSum(minus, en, randomInt))));
    expect(seen).toEqual(new Set(['four − 4 =', '4 − four =', 'four − four =']));
  });

  test('a language without number words gets digits', () => {
    expect(plainPrompt(wordSum(minus, { ...en, numbers: [] }, loaded(2)))).toBe('4 − 4 =');
  });
});
