import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import homoglyphs from 'unhomoglyph/data.json' with { type: 'json' };
import { impersonates } from '../../src/comments/impersonation.ts';
import { lookOf } from '../../src/comments/look.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';

const table: Readonly<Record<string, string>> = homoglyphs;

/** Everything that Unicode says may be taken for this letter, in either case, or that is a form of it. */
function variantsOf(letter: string): readonly string[] {
  const cases = [letter.toLowerCase(), letter.toUpperCase()];
  const alike = Object.keys(table).filter((other) => cases.includes(table[other] ?? ''));
  const at = letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0);
  // Full width, mathematical bold, script and monospace, in circles, white on black.
  const starts = [0xff41, 0xff21, 0x1d41a, 0x1d400, 0x1d68a, 0x24d0, 0x24b6, 0x1f150, 0x1f170];
  const forms = at >= 0 && at < 26 ? starts.map((start) => String.fromCodePoint(start + at)) : [];
  return [...cases, ...alike, ...forms];
}

const between = fc.constantFrom('', '', '', ' ', '.', '-', '_', '\u200b', '\u00ad', '\u0301', '\u2060', '\ufe0f');
const disguised = (name: string): fc.Arbitrary<string> =>
  fc
    .tuple(...[...name].map((letter) => fc.tuple(fc.constantFrom(...variantsOf(letter)), between)))
    .map((letters) => letters.flat().join(''));

describe('a name that looks like a moderator’s', () => {
  test.each(['Mo', 'Ida Lindgren', 'ann.oberg', 'Vicky Wexford-Quist', 'Zbigniew', 'JACK'])(
    'is found however it is written: %s',
    (name) => {
      fc.assert(
        fc.property(disguised(name), (typed) => impersonates(typed, ['Somebody else', name])),
        { numRuns: 400 },
      );
    },
  );

  test.each(['Moderator', 'Administrator', 'Admin'])('so is the word of the badge: %s', (word) => {
    fc.assert(
      fc.property(disguised(word), fc.constantFrom('', 'Mo, ', 'The '), (typed, first) =>
        impersonates(first + typed, []),
      ),
      { numRuns: 400 },
    );
  });

  test.each([
    ['М\u043e', 'Cyrillic'],
    ['ΜΟ', 'Greek'],
    ['Ꮇo', 'Cherokee'],
    ['ｍ０', 'full width'],
    ['ᴍᴏ', 'small capitals'],
    ['𝓜𝓸', 'mathematical'],
    ['m\u200bo', 'with something unseen'],
    ['m̈ö', 'with accents'],
    ['rno', 'as two letters'],
    ['Mo.', 'with a stop'],
  ])('%s (%s) is Mo', (typed) => {
    expect(impersonates(typed, ['Mo'])).toBe(true);
  });

  test.each([
    'Mo (Moderator)',
    'M0D3R4T0R',
    'мodегator',
    'T h e  m o d e r a t o r',
    'xXModeratorXx',
    'Moderator1',
    'Site admin',
    'adrnin',
    '@dm1n',
    'admin_1',
    'Модератор',
    'Адміністратор',
    'المشرف',
    'Pedro (administrador)',
    '管理员',
    '李明 管理員',
    'Modératrice',
    'Ann ✓',
    'Ann ✔️',
    'Ann ✅',
    '⭐ Ann',
    'Ann ★',
    'Ann 🛡️',
  ])('%s wears a badge', (typed) => {
    expect(impersonates(typed, [])).toBe(true);
  });

  test.each([
    'Modesta Rator',
    'Andrea Min',
    'Adam Min',
    'Badminton Bob',
    'Vladmin Petrov',
    'Mona',
    'Moe',
    'Tom O',
    'Momo',
    'Ann Berg',
    'Ida',
    'Lindgren',
    'Адмирал',
    'Мария',
    'Дмитрий',
    'Moderato',
    'Star ★ Light',
    '田中',
    '管仲',
    'برويز مشرف',
    'مریم',
    '🎈',
    '',
    'Mode',
    'Rated',
    'Ed Minton',
    'Radmila',
    'A. D. Minors',
  ])('an ordinary name is not: %s', (typed) => {
    expect(impersonates(typed, ['Mo', 'Ida Lindgren', 'ann.oberg', '🦔'])).toBe(false);
  });

  test('three hundred first and last names of our own languages are let through', () => {
    const first =
      'Ann Bogdan Carla Dilek Eve Fatima Goran Hana Ivan Jan Kateryna Lars Maria Nils Olga Pavel Quinn Rosa Sven Tara'.split(
        ' ',
      );
    const last =
      'Müller Öberg Novák Kowalski García Rossi Nguyễn Yılmaz Horvat Jónsdóttir Petrova Ådland Lefèvre Santos Tóth'.split(
        ' ',
      );
    for (const one of first)
      for (const other of last) expect(impersonates(`${one} ${other}`, ['Mo', 'ann'])).toBe(false);
  });
});

test.each(['W', 'a ', 'ﷺ', '1', '✓'])('the longest name of nothing but %j takes no time', (unit) => {
  expect(cpuTimeOf(() => impersonates(unit.repeat(100 / unit.length), ['Mo']))).toBeLessThan(50);
});

test('looking alike is the same from both sides and from twice', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => lookOf(lookOf(text)) === lookOf(text)));
});
