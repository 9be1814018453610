import { en } from './words/en.ts';
import { wordsFor } from './words/index.ts';
import type { Words } from './words/words.ts';

/** As long as the field: nobody needs more for a number, and nothing longer is worth the work. */
export const longestResponse = 64;

/**
 * What a person typed, as a whole number, or null when it is none (guard.md, "Accepted answers"): digits of any script,
 * or a number word of 0 to 20 in the challenge's language or in English. Takes anything, looks only at strings of at
 * most 64 characters, never throws, never gives −0.
 */
export function parseAnswer(typed: unknown, language: string): number | null {
  return readNumber(typed, [wordsFor(language), en]);
}

/** `parseAnswer` with the words given; where two languages share a word, the first one counts. */
export function readNumber(typed: unknown, tables: readonly Words[]): number | null {
  if (typeof typed !== 'string' || typed.length > longestResponse) return null;
  const [, sign = '', text = ''] = shape.exec(fold(typed)) ?? [];
  const number = readDigits(text) ?? readWord(text, tables);
  if (number === null || !Number.isSafeInteger(number)) return null;
  return isMinus(sign) && number !== 0 ? -number : number;
}

/** People answer "= 4", "+4" or "4."; a minus comes as the sign, the hyphen or the dash of a phone's keyboard. */
const shape = /^\s*=?\s*([-+−–]?)\s*(.+?)\s*[.。]?\s*$/su;

/** Capitals fold better than small letters: Turkish ı and I, and both Greek sigmas, come out the same. */
function fold(text: string): string {
  const letters = text.normalize('NFKD').replace(accentsAndInvisibles, '');
  return letters.replace(/[ىیکة]/g, (letter) => arabicKeyboards[letter] ?? letter).toUpperCase();
}

/** Bidi marks, soft hyphens, zero-width blanks and their like are all "default ignorable". */
const accentsAndInvisibles = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;

/** Arabic and Persian keyboards have letters of their own for yeh and kaf, and many type heh for the final teh marbuta. */
const arabicKeyboards: Readonly<Record<string, string>> = { ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };

function readDigits(text: string): number | null {
  if (!/^\p{Nd}+$/u.test(text)) return null;
  return Number(Array.from(text, digitValue).join(''));
}

/** Unicode encodes decimal digits in runs from zero to nine, some runs back to back (Unicode Standard, section 4.6). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}

function readWord(text: string, tables: readonly Words[]): number | null {
  const typed = lettersOf(text);
  for (const { numbers, also = {} } of tables) {
    const spellings = [...numbers.entries(), ...Object.entries(also).map(([word, value]) => [value, word] as const)];
    const match = spellings.find(([, word]) => lettersOf(fold(word)) === typed);
    if (match) return match[0];
  }
  return null;
}

/** "dix-sept", "dix sept" and "dixsept" are one word to a person, and so is "пʼять" with whatever apostrophe, or none. */
function lettersOf(text: string): string {
  return text.replace(/[\s‐\-'`‘’ʼ′]/gu, '');
}

function isMinus(sign: string): boolean {
  return sign !== '' && sign !== '+';
}
