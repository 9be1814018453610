import { describe, expect, test } from '@jest/globals';
import { parseAnswer, readNumber } from '../../src/captcha/answer.ts';
import { en } from '../../src/captcha/words/en.ts';
import { languages } from '../../src/captcha/words/index.ts';
import { visit } from './host.ts';

describe('other spellings', () => {
  test.each([
    ['pt-BR', 'dezesseis', 16],
    ['pt', 'Quatorze', 14],
    ['de', 'fuenf', 5],
    ['de', 'ZWÖLF', 12],
    ['fr', 'nought', 0],
    ['es', 'DIECISEIS', 16],
    ['es', 'una', 1],
    ['uk', 'одна', 1],
    ['uk', 'дві', 2],
    ['uk', "п'ять", 5],
    ['uk', 'п’ятнадцять', 15],
    ['uk', 'девять', 9],
    ['uk', "Дев'ятнадцять", 19],
    ['uk', 'вiсiм', 8],
    ['ar', 'إثنان', 2],
    ['ar', 'اربعه', 4],
    ['ar', 'ثماني', 8],
    ['ar', 'احدى عشرة', 11],
    ['ar', 'إحدي عشر', 11],
    ['ar', 'عشرين', 20],
    ['fa', 'يك', 1],
    ['zh', '〇', 0],
    ['zh', '两', 2],
    ['zh-TW', '兩', 2],
    ['zh-TW', '貳拾', 20],
    ['zh', '一十六', 16],
    ['zh', '＝ 拾陆。', 16],
    ['zh', '⼗', 10],
  ])('in %s %s is %d', (language, typed, value) => {
    expect(parseAnswer(typed, language)).toBe(value);
  });

  test.each([
    ['ar', '٠ ٣ ١٢ ٢٠', [0, 3, 12, 20]],
    ['ar', '۰ ۳ ۱۲ ۲۰', [0, 3, 12, 20]],
    ['zh', '０ ３ １２ ２０', [0, 3, 12, 20]],
  ])('in %s the digits %s', (language, typed, values) => {
    expect(typed.split(' ').map((digits) => parseAnswer(digits, language))).toEqual(values);
  });

  test.each([
    ['es', 'Cero'],
    ['uk', 'НУЛЬ'],
    ['ar', 'صفر'],
    ['ar', '٠'],
    ['zh', '零'],
    ['zh-TW', '〇'],
  ])('a form in %s takes %s where 0 is right', async (language, response) => {
    const { agent, challenge } = await visit({ language, randomInt: () => 0 });
    const posted = await agent.post('/contact').type('form').send({ challenge, response });
    expect(posted.get('Outcome')).toBe('passed');
  });

  test.each(languages)(
    'every word of $language answers to its number, whichever of it and English comes first',
    (words) => {
      const { numbers, also = {} } = words;
      const spellings = [...numbers.map((word, value) => [word, value] as const), ...Object.entries(also)];
      for (const tables of [[words], [words, en], [en, words]]) {
        expect(spellings.map(([word]) => [word, readNumber(word, tables)])).toEqual(spellings);
      }
      const english = [...en.numbers.map((word, value) => [word, value] as const), ...Object.entries(en.also ?? {})];
      expect(english.map(([word]) => [word, readNumber(word, [words, en])])).toEqual(english);
    },
  );

  test('none of them means another number in its own language', () => {
    for (const { language, numbers, also = {} } of languages) {
      for (const [word, value] of Object.entries(also)) {
        expect(parseAnswer(word, language)).toBe(value);
        expect(numbers).not.toContain(word);
      }
    }
  });
});
