import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { control } from '../../src/comments/line.ts';
import { describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const exotic: readonly (readonly [string, string])[] = [
  ['decomposed and composed letters', 'e\u0301 is not \u00e9, \u1112\u1161\u11ab is not \ud55c'],
  ['lone combining marks', '\u0301\u0323 a mark with nothing below it \u20e3'],
  ['families of emoji, flags, skins', '👩‍👩‍👧🏽 🏳️‍🌈 🇮🇱 🦔'],
  ['marks and overrides of direction', '\u200f\u202bעברית\u202c \u2067x\u2069 \u061c \u202eend'],
  ['joiners and blanks of all widths', 'می\u200cخواهم \u00a0\u2003\u3000\u200b\ufeff.'],
  ['what is no character yet, and what is private', '\u0378 \ufffe \uffff \ue000 \u{10ffff}'],
  ['separators and odd ends of lines', 'a\u0085b\u2028c\u2029d\n\n\n e \t '],
  ['what forms and SQL mean by something', '%00 + & = \' " \\ \\u0000 $1 ? -- <b>&amp;</b>'],
];

describeOnEveryEngine('a body', (world) => {
  /** As it is stored: the field in which a moderator corrects it holds it as it was typed. */
  const stored = async (body: string): Promise<string> => {
    const id = idOf(await writeReply(world().visitor(), { body }));
    const mo = await world().moderator();
    return (await mo.open(`/moderation/comments/${id}`)).$('#edit-body').text();
  };
  const bytes = (text: string): string => Buffer.from(text).toString('hex');

  test.each(exotic)('comes back byte for byte: %s', async (_what, body) => {
    expect(bytes(await stored(body))).toBe(bytes(body));
  });

  test('of any characters comes back byte for byte', async () => {
    const typed = fc
      .string({ unit: 'binary', minLength: 4, maxLength: 60 })
      .filter((body) => !control.test(body) && /\p{L}/u.test(body));
    await fc.assert(
      fc.asyncProperty(typed, async (body) => expect(bytes(await stored(body))).toBe(bytes(body))),
      { numRuns: 15 },
    );
  });

  test('ends its lines in one way, whatever the browser sends', async () => {
    expect(await stored('one\r\ntwo\rthree\nfour')).toBe('one\ntwo\nthree\nfour');
  });

  test.each(['\u0000', '\u0001', '\u001b', '\u007f'])('with %j is refused with a sentence, and kept', async (sign) => {
    const typed = `before${sign}after`;
    const again = await writeReply(world().visitor(), { body: typed });
    expect([again.status, again.$('#body-problem').text()]).toEqual([
      422,
      'Remove the control characters from your comment; they cannot be stored.',
    ]);
    // But for NUL, which no page can hold: parsers leave it out or replace it (HTML, 13.2.5.1).
    expect(String(again.reply.body).replaceAll('\u0000', '').replaceAll('\ufffd', '')).toBe(
      typed.replace('\u0000', ''),
    );
  });
});
