import { type Message, message } from '../messages/message.ts';

const longestName = 100;

/** Nobody types these, and one of our databases cannot keep the first: C0 controls but tab and newline. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
/** Characters that change how others are shown without being seen: directions, joiners, line separators, tags. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
/** Stacked marks spill over the lines around them; no language needs three on one letter. */
const stackedMarks = /(\p{M}{2})\p{M}+/gu;

/** One line of text as it is kept: a name. */
export const line = (text: string): string =>
  text.normalize('NFC').replace(invisible, '').replace(stackedMarks, '$1').replace(/\s+/gu, ' ').trim();

/** What ink is left of it: some letters are blank, and some characters have no width. */
export const visible = (text: string): string => text.replace(/[\s\u2800\p{Default_Ignorable_Code_Point}]/gu, '');

export const lengthOf = (text: string): number => [...text].length;

/** What is wrong with a name as typed, or null. */
export function nameProblem(name: string): Message | null {
  if (control.test(name)) return message('name.controls');
  if (lengthOf(line(name)) > longestName) return message('name.long', { most: longestName });
  return visible(line(name)) === '' ? message('name.missing') : null;
}
