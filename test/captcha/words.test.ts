import { describe, expect, test } from '@jest/globals';
import { parseAnswer } from '../../src/captcha/answer.ts';
import { languages, wordsFor, wordsOf } from '../../src/captcha/words/index.ts';

describe('words', () => {
  test.each(['en', 'en-GB', 'EN', 'en_US', 'en-Latn-GB', 'xx', '', '-', '__proto__', 'constructor'])(
    'the nearest language for "%s" is English',
    (tag) => {
      expect(wordsFor(tag).language).toBe('en');
    },
  );

  test('a language without words is known to have none', () => {
    expect(['en-GB', 'EN', 'en_US', 'xx'].map((tag) => wordsOf(tag)?.language)).toEqual(['en', 'en', 'en', undefined]);
  });

  test.each(languages)('$language has 21 words, each read as its own number', ({ language, numbers }) => {
    expect(numbers.map((word) => parseAnswer(word, language))).toEqual(Array.from({ length: 21 }, (_, n) => n));
  });
});
