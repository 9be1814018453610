import { describe, expect, test } from '@jest/globals';
import { operations } from '../../src/captcha/sums.ts';
import { languages, wordsFor, wordsOf } from '../../src/captcha/words/index.ts';

/** Those of the guard's specification, Serbian in its second script, and the four on which the sources were reviewed. */
const promised = 'ar az da de el en es fa fi fr hr hu it lt lv pl pt-PT ru sr sr-Latn sv sw tr uk vi zh'.split(' ');

describe('the language of a tag', () => {
  test.each(['en', 'en-GB', 'EN', 'en_US', 'en-Latn-GB', 'xx', '', '-', '__proto__', 'constructor'])(
    'the nearest language for "%s" is English',
    (tag) => {
      expect(wordsFor(tag).language).toBe('en');
    },
  );

  test.each([
    ['de-CH', 'de'],
    ['fr_CA', 'fr'],
    ['pt', 'pt-PT'],
    ['pt-PT', 'pt-PT'],
    ['pt-BR', 'pt-PT'],
    ['sr', 'sr'],
    ['sr-RS', 'sr'],
    ['sr-Cyrl-RS', 'sr'],
    ['sr-Latn', 'sr-Latn'],
    ['SR_LATN_ME', 'sr-Latn'],
    ['fa-AF', 'fa'],
    ['az-Latn-AZ', 'az'],
    ['ar-EG', 'ar'],
    ['es-419', 'es'],
    ['uk_UA', 'uk'],
    ['zh-Hans-CN', 'zh'],
    ['zh-Hant', 'zh'],
    ['zh-TW', 'zh'],
    ['yue', 'en'],
    ['dea', 'en'],
  ])('the nearest language for "%s" is %s', (tag, language) => {
    expect(wordsFor(tag).language).toBe(language);
  });

  test('a language without words is known to have none', () => {
    const found = ['en-GB', 'EN', 'en_US', 'xx', 'p'].map((tag) => wordsOf(tag)?.language);
    expect(found).toEqual(['en', 'en', 'en', undefined, undefined]);
  });

  test('each is found by its own tag, and none is missing', () => {
    expect(languages.map(({ language }) => wordsOf(language)?.language)).toEqual(
      languages.map((words) => words.language),
    );
    expect(languages.map(({ language }) => language).sort()).toEqual(promised);
  });
});

describe.each(languages)('the words of $language', ({ direction, numbers, operators, blank }) => {
  const spoken = [...operations.map((operation) => operators[operation]), blank];

  test('21 for numbers, each its own, and one for each sign', () => {
    expect([numbers.length, new Set(numbers).size, new Set(spoken).size]).toEqual([21, 21, 4]);
  });

  test('are letters in composed form, without digits, signs or hidden characters', () => {
    const letters = /^\p{L}+(?:[ -]\p{L}+)*$/u;
    expect(numbers.filter((word) => !letters.test(word) || word !== word.normalize('NFC'))).toEqual([]);
    // Persian joins "be" and "alave" by a zero-width non-joiner.
    expect(spoken.filter((word) => !letters.test(word.normalize('NFC').replace(/[\u200c\u0654]/g, '')))).toEqual([]);
  });

  test('run from right to left where the script does', () => {
    const scripts = [...numbers, ...spoken].map((word) => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(word));
    expect(new Set(scripts)).toEqual(new Set([direction === 'rtl']));
  });
});
