import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { featuresOf, type Writing } from '../../../src/comments/learning/features.ts';
import { inWords } from '../../../src/comments/learning/wording.ts';
import { toSafeHtml } from '../../../src/comments/markup.ts';
import { translatorFor } from '../../../src/messages/translator.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const keyed = (purpose: string, text: string): string => `${[...`${purpose} ${text}`].length}-hashed-by-a-key`;

function of(body: string, fields: Partial<Omit<Writing, 'author'>> & { readonly author?: object } = {}) {
  const { author, ...rest } = fields;
  return featuresOf(
    {
      body,
      html: toSafeHtml(body),
      createdAt: Date.UTC(2022, 0, 14, 9),
      thinkSeconds: null,
      ...rest,
      author: { name: 'Ann', email: null, website: null, ...author },
    },
    keyed,
  );
}

const wordsIn = (tokens: readonly string[]): readonly string[] =>
  tokens.filter((token) => token.startsWith('word:')).map((token) => token.slice(5));

describe('the words', () => {
  test.each([
    ['Cheap, CHEAP watches!', ['cheap', 'watches']],
    ['ｃｈｅａｐ che\u200bap', ['cheap']],
    ['a I 1', []],
    ['call 0171 555 now', ['call', '####', '###', 'now']],
    ['write to ann@example.org today', ['write', 'to', 'today']],
    ['see https://shop.example/cheap?x=1 here', ['see', 'here']],
    ['x'.repeat(25), []],
    ['安い時計', ['安い', 'い時', '時計']],
    ['дешёвые часы', ['дешёвые', 'часы']],
  ])('of %j are %j', (body, words) => {
    expect(wordsIn(of(body))).toEqual(words);
  });

  test('of a long text are those of its beginning and its end', () => {
    const words = wordsIn(of([...Array(900).keys()].map((at) => `w${'abcdefghij'[at % 10]}${letters(at)}`).join(' ')));
    expect(words).toHaveLength(200);
    expect([words[0], words.at(-1)]).toEqual([`wa${letters(0)}`, `wj${letters(899)}`]);
  });
});

test('the links are those that readers would meet, by their host', () => {
  const tokens = of('[a](https://www.shop.example/x) and http://b.top/ `https://code.example`');
  expect(tokens.filter((token) => /^(?:links?|domain):/.test(token))).toEqual([
    'links:2+',
    'link:shop.example',
    'domain:example',
    'link:b.top',
    'domain:top',
  ]);
  expect(of('none')).toContain('links:0');
});

test('of the author only keyed hashes are kept, and what was given', () => {
  const author = { name: 'Ann Smith', email: 'ann@smith.example', website: 'https://smith.example/' };
  const tokens = of('Hello there', { author });
  expect(tokens).toEqual(expect.arrayContaining(['given:mail', 'given:website', 'names:2']));
  for (const kind of ['name', 'mail', 'website']) expect(tokens.join(' ')).toMatch(new RegExp(`${kind}:\\d+-hashed-b`));
  expect(tokens.join(' ')).not.toMatch(/smith/i);
  expect(of('Hello there', { author: { ...author, name: 'ANN SMITH' } })).toEqual(tokens);
});

test('the times are coarse, and those that nobody knows are left out', () => {
  const long = 'word '.repeat(60);
  expect(of(long, { thinkSeconds: 5 })).toEqual(expect.arrayContaining(['hours:2', 'think:0', 'pace:pasted']));
  expect(of(long, { thinkSeconds: 90 })).toEqual(expect.arrayContaining(['think:2', 'pace:typed']));
  expect(of(long).filter((token) => /^(?:think|pace):/.test(token))).toEqual([]);
});

const { t } = translatorFor('en');

test('of anything there are at most 300 tokens, each short, none twice, and in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 10_000 }), fc.string({ minLength: 1 }), (body, name) => {
      const tokens = of(body, { author: { name } });
      expect(tokens.length).toBeLessThanOrEqual(300);
      expect(new Set(tokens).size).toBe(tokens.length);
      for (const token of tokens) {
        expect(token.length).toBeLessThanOrEqual(80);
        expect(inWords(token, t)).not.toBe('');
        expect(token.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test.each(['a', 'ж', '漢', 'a@', 'a ', 'https:', '!', 'A', 'e\u0301'])(
  'the longest body of %j takes no time',
  (unit) => {
    const body = unit.repeat(10_000 / unit.length);
    expect(cpuTimeOf(() => of(body, { html: '' }))).toBeLessThan(100);
  },
);

test.each([
  ['word:cheap', 'cheap'],
  ['link:shop.example', 'a link to shop.example'],
  ['domain:top', 'a link to .top'],
  ['links:2+', 'two links or more'],
  ['name:abc', 'the name of its author'],
  ['names:1', 'a name of one word'],
  ['given:no-mail', 'no e-mail address'],
  ['length:0', 'less than 40 characters'],
  ['length:2', '120 to 400 characters'],
  ['think:5', 'written in 3,600 seconds or more'],
  ['pace:pasted', 'pasted, by its pace'],
  ['hours:2', 'written from 8 to 12 o’clock UTC'],
  ['shape:capitals', 'many capitals'],
])('%s reads "%s"', (token, words) => {
  expect(inWords(token, t)).toBe(words);
});

/** A number in letters: digits are not kept. */
const letters = (number: number): string => [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
