import { control, line } from './line.ts';
import { textOf } from './readable.ts';

/** Characters of a comment that a mail quotes. */
const longest = 600;

/** Stands where an address was cut out; whoever knows the language says it so. */
export const cutLink = '[link]';

/** The text of safe HTML for a mail: plain, cut, and with nothing that a mail program makes a link of. */
export function excerptOf(html: string): string {
  const text = textOf(html)
    .split('\n')
    .map(harmless)
    .filter((each, at, lines) => each !== '' || (lines[at - 1] ?? '') !== '')
    .join('\n')
    .trim();
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()} …` : text;
}

/** One line that somebody typed, a name too. Addresses are cut out; `some.example` gets a blank that unmakes it. */
export function harmless(typed: string): string {
  return line(typed.replace(controls, ' '))
    .replace(/\S*(?::\/\/|www[.\u3002\uff0e\uff61]|mailto:)\S*/giu, cutLink)
    .replace(/(?<=[\p{L}\p{M}\p{N}_-])[.\u3002\uff0e\uff61](?=\p{L})/gu, '. ');
}

const controls = new RegExp(control.source, 'gu');
