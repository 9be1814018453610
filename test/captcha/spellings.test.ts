import { describe, expect, test } from '@jest/globals';
import { parseAnswer } from '../../src/captcha/answer.ts';
import { languages } from '../../src/captcha/words/index.ts';

describe('other spellings', () => {
  test.each([
    ['pt-BR', 'dezesseis', 16],
    ['pt', 'Quatorze', 14],
    ['de', 'fuenf', 5],
    ['de', 'ZWÖLF', 12],
    ['fr', 'nought', 0],
  ])('in %s %s is %d', (language, typed, value) => {
    expect(parseAnswer(typed, language)).toBe(value);
  });

  test('none of them means another number in its own language', () => {
    for (const { language, numbers, also = {} } of languages) {
      for (const [word, value] of Object.entries(also)) {
        expect(parseAnswer(word, language)).toBe(value);
        expect(numbers).not.toContain(word);
      }
    }
  });
});
