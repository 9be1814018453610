import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords, wordFinder } from '../../src/comments/words.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

/** What of the text a phrase finds, as it stands there; null when it finds nothing. */
function found(phrase: string, ...texts: readonly string[]): string | null {
  const [first] = wordFinder([phrase], (each) => each)(texts);
  return first ? first.text.slice(first.start, first.end) : null;
}

describe('finding words', () => {
  test.each([
    ['dress', 'Andressa likes it', null],
    ['dress', 'a DRESS, for her', 'DRESS'],
    ['dress', 'dresses', null],
    ['dress', 'dress2', null],
    ['dress', 'wedding-dress', 'dress'],
    ['cafe', 'Meet at the Café.', 'Café'],
    ['Café', 'meet at the cafe', 'cafe'],
    ['cheap watches', 'CHEAP -- Watches!', 'CHEAP -- Watches'],
    ['cheap watches', 'cheap and watches', null],
    ['cheap watch', 'cheap watches', null],
    ['cheap cheap watches', 'cheap cheap cheap watches', 'cheap cheap watches'],
    ['viagra', 'ｖｉａｇｒａ', 'viagra'],
    ['viagra', 'via\u00adgra', 'via\u00adgra'],
    ['viagra', 'v\u200bi\u200bagra', 'v\u200bi\u200bagra'],
    ['STRASSE', 'die Straße', 'Straße'],
    ['οδος', 'ΟΔΟΣ 4', 'ΟΔΟΣ'],
    ['ISTANBUL', 'istanbul', 'istanbul'],
    ['мой', 'мои слова', null],
    ['कि', 'का', null],
    ['か', 'が', null],
    ['出会い', '無料の出会い系サイト', '出会い'],
    ['出会い', '出発の会い', null],
    ['สวัสดี', 'คำสวัสดีครับ', 'สวัสดี'],
    ['spam.example', 'see https://spam.example/x', 'spam.example'],
    ['!!!', 'wow!!!', null],
    ['', 'anything', null],
  ])('"%s" in "%s": %j', (phrase, text, expected) => {
    expect(found(phrase, text)).toBe(expected);
  });

  test('several words do not reach from one text into the next', () => {
    expect(found('cheap watches', 'cheap', 'watches')).toBeNull();
  });

  test('of several phrases each is found, where it stands', () => {
    const find = wordFinder(['one', 'two three', 'four'], (each) => each);
    const hits = [...find(['Three two three one', 'one'])];
    expect(hits.map(({ item, start, text }) => [item, start, text.length])).toEqual([
      ['two three', 6, 19],
      ['one', 16, 19],
      ['one', 0, 3],
    ]);
  });
});

const letters = fc.string({ unit: fc.constantFrom(...'abcdeßéüИйΣςıİ１９0'), minLength: 1, maxLength: 8 });
const gap = fc.constantFrom(' ', ', ', '\n', '-', ' — ', '…', '🙂', '"');

describe('whatever the words', () => {
  test('a word never hits inside another one', () => {
    fc.assert(
      fc.property(letters, letters, letters, (word, before, after) => {
        expect(found(word, `x ${before}${word}${after} y`)).toBeNull();
        expect(found(word, `x ${before}${word} y`)).toBeNull();
        expect(found(word, `x ${word}${after} y`)).toBeNull();
      }),
    );
  });

  test('a word is found among others, in any case, and only by its own spelling', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, gap), { minLength: 1, maxLength: 8 }), letters, gap, (text, word, end) => {
        const typed = text.flat().join('');
        const own = foldedWords(word);
        const isThere = foldedWords(typed).some((each) => each === own[0]);
        expect(found(word, typed) !== null).toBe(isThere);
        expect(found(word, `${typed}${word.toUpperCase()}${end}`)).not.toBeNull();
        expect(found(word, `${word.toLowerCase()}${end}${typed}`)).not.toBeNull();
      }),
    );
  });

  test('what is found can be read in the text, and finds the phrase again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(10), (text, at) => {
        const words = foldedWords(text);
        const phrase = words.slice(at, at + 3).join(' ');
        const hit = found(phrase, text);
        if (phrase === '') expect(hit).toBeNull();
        else expect(foldedWords(hit ?? '').join(' ')).toBe(phrase);
      }),
    );
  });

  test.each(['ж', '漢', 'a', 'ж ', 'e\u0301', '\u00ad'])('ten thousand characters of %j take no time', (unit) => {
    const text = unit.repeat(10_000 / unit.length);
    const find = wordFinder(
      Array.from({ length: 1_000 }, (_each, number) => `a ж 漢 ${number}`),
      (each) => each,
    );
    expect(cpuTimeOf(() => expect([...find([text])]).toEqual([]))).toBeLessThan(150);
  });
});
