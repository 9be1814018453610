import { describe, expect, test } from '@jest/globals';
import { parseAnswer } from '../../src/captcha/answer.ts';
import { judge } from '../../src/captcha/challenge.ts';
import { en } from '../../src/captcha/words/en.ts';
import { languages } from '../../src/captcha/words/index.ts';
import { visit } from './host.ts';
import { challengeOf, now } from './samples.ts';

const zeroToTwenty = Array.from({ length: 21 }, (_, number) => number);

/** How people type one word: by language, because Turkish i and Greek accents have capitals of their own. */
const typings: Readonly<Record<string, (word: string, language: string) => string>> = {
  'as it is': (word) => word,
  'in capitals': (word) => word.toUpperCase(),
  'in the capitals of the language': (word, language) => word.toLocaleUpperCase(language),
  'with a first capital of the language': (word, language) =>
    word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1),
  'in capitals and back': (word, language) => word.toLocaleUpperCase(language).toLowerCase(),
  decomposed: (word) => word.normalize('NFD'),
  'without accents': withoutAccents,
  'without accents, in the capitals of the language': (word, language) =>
    withoutAccents(word).toLocaleUpperCase(language),
  'with blanks and a full stop': (word) => ` ${word}. `,
  'in one': (word) => word.replace(/[ -]/g, ''),
};

/** As on a keyboard that has none. */
function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

describe.each(languages)('answers in $language', ({ language, numbers }) => {
  test.each(Object.keys(typings))('every word %s', (name) => {
    const typed = numbers.map((word) => typings[name]?.(word, language));
    expect(typed.map((text) => parseAnswer(text, language))).toEqual(zeroToTwenty);
  });

  test('no two words are one without accents', () => {
    expect(new Set(numbers.map((word) => withoutAccents(word).toUpperCase())).size).toBe(21);
  });

  test('every digit, also those of the language', () => {
    const native = new Intl.NumberFormat(language);
    expect(zeroToTwenty.map((number) => parseAnswer(String(number), language))).toEqual(zeroToTwenty);
    expect(zeroToTwenty.map((number) => parseAnswer(native.format(number), language))).toEqual(zeroToTwenty);
  });

  test('every word of English', () => {
    expect(en.numbers.map((word) => parseAnswer(word, language))).toEqual(zeroToTwenty);
  });

  test('no word with something behind it', () => {
    const typed = numbers.flatMap((word) => [`${word}x`, `${word} 4`, `${word} − 4`]);
    expect(typed.filter((text) => parseAnswer(text, language) !== null)).toEqual([]);
  });
});

describe('the German word for 0 is "null"', () => {
  test('which only a string can say', () => {
    const typed = ['null', 'NULL', 'Null', null, undefined, ['null'], { toString: () => 'null' }, ''];
    expect(typed.map((value) => parseAnswer(value, 'de'))).toEqual([0, 0, 0, null, null, null, null, null]);
    expect(parseAnswer('null', 'en')).toBeNull();
  });

  test.each([
    ['null', 'passed'],
    [null, 'malformed'],
    [undefined, 'malformed'],
  ])('where 0 is right, %p is %s', (response, outcome) => {
    const challenge = challengeOf({ language: 'de', answer: 0 });
    const attempt = { session: challenge.session, purpose: challenge.purpose, response, now, minThinkMs: 0 };
    expect(judge(challenge, attempt).outcome).toBe(outcome);
  });

  test.each([
    ['null', 'passed'],
    [null, 'malformed'],
    [undefined, 'malformed'],
  ])('where 0 is right, %p in a JSON body is %s', async (response, outcome) => {
    const { agent, challenge } = await visit({ language: 'de', randomInt: () => 0 });
    expect((await agent.post('/contact').send({ challenge, response })).get('Outcome')).toBe(outcome);
  });
});
