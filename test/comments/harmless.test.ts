import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf, harmless } from '../../src/comments/harmless.ts';

/** What mail programs make a link of. */
const clickable = /:\/\/|www\.\S|mailto:|[\p{L}\p{N}_-][.\u3002\uff0e\uff61]\p{L}/iu;

describe('what a mail quotes of a comment', () => {
  test.each([
    ['Plain words, 3.5 km; all well...', 'Plain words, 3.5 km; all well...'],
    ['See https://evil.example/path?x=1 now', 'See [link] now'],
    ['see HTTP://EVIL.example', 'see [link]'],
    ['www.evil.example is near', '[link] is near'],
    ['evil.example', 'evil. example'],
    ['пример.рф', 'пример. рф'],
    ['evil。example', 'evil. example'],
    ['write to me@evil.example', 'write to me@evil. example'],
    ['mailto:me@evil.example?subject=x', '[link]'],
    ['javascript://x%0aalert(1)', '[link]'],
    ['one\r\nBcc: all@evil.example', 'one Bcc: all@evil. example'],
    ['ev\u200bil.exam\u00adple', 'evil. example'],
    ['www\u200b.evil.example', '[link]'],
  ])('%j becomes %j', (typed, kept) => {
    expect(harmless(typed)).toBe(kept);
  });

  test('nothing in it can be clicked on, and nothing breaks its line', () => {
    const pieces = fc.constantFrom(
      'http',
      ':',
      '//',
      '.',
      '。',
      'www',
      'mailto:',
      'a',
      'я',
      '-',
      '\u200b',
      '\n',
      '@',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
        const kept = harmless(parts.join(''));
        expect(kept).not.toMatch(clickable);
        expect(kept).not.toMatch(/[\r\n\u2028\u2029\0]/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is the text as it is read, without the addresses of its links, and cut', () => {
    const html = '<p>One <a href="https://evil.example/">two</a></p><p>three<br>four</p>';
    expect(excerptOf(html)).toBe('One two\n\nthree\nfour');
    expect(excerptOf(`<p>${'é'.repeat(700)}</p>`)).toBe(`${'é'.repeat(600)} …`);
  });
});
