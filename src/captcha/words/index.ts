import { ar } from './ar.ts';
import { az } from './az.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { hr } from './hr.ts';
import { hu } from './hu.ts';
import { it } from './it.ts';
import { lt } from './lt.ts';
import { lv } from './lv.ts';
import { pl } from './pl.ts';
import { ptPT } from './pt-PT.ts';
import { ru } from './ru.ts';
import { sr } from './sr.ts';
import { srLatn } from './sr-Latn.ts';
import { sv } from './sv.ts';
import { sw } from './sw.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

export type { Words } from './words.ts';

/** Every language there are words for: English, to which all else falls back, then by tag. */
export const languages: readonly Words[] = [
  en,
  ar,
  az,
  da,
  de,
  el,
  es,
  fa,
  fi,
  fr,
  hr,
  hu,
  it,
  lt,
  lv,
  pl,
  ptPT,
  ru,
  sr,
  srLatn,
  sv,
  sw,
  tr,
  uk,
  vi,
  zh,
];

/**
 * The words of a BCP 47 tag, of the nearest wider tag ("en" for "en-GB", "sr-Latn" for "sr-Latn-RS"), or English. Never
 * throws. Any Portuguese gets that of Portugal, any Serbian without a script the Cyrillic, any Chinese the one table there
 * is (docs/words.md).
 */
export function wordsFor(language: string): Words {
  return wordsOf(language) ?? en;
}

/** Said to whoever chose a language without words. */
export const unknownLanguage = `must be one of: ${languages.map((words) => words.language).join(', ')}.`;

/** Like `wordsFor`, but undefined where there are no words for the language. */
export function wordsOf(language: string): Words | undefined {
  for (let tag = language.replaceAll('_', '-').toLowerCase(); tag !== ''; tag = parentOf(tag)) {
    const words = byTag.get(tag);
    if (words) return words;
  }
  return undefined;
}

const byTag: ReadonlyMap<string, Words> = new Map([
  ...languages.map((words) => [words.language.toLowerCase(), words] as const),
  // Only Portugal's words have two sources; Brazil's differ in three letters, and English would differ in all.
  ['pt', ptPT],
]);

function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
}
