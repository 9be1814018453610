import { en } from './en.ts';
import type { Words } from './words.ts';

export type { Words } from './words.ts';

/** Every language there are words for. */
export const languages: readonly Words[] = [en];

/** The words of a BCP 47 tag, of the nearest wider tag ("en" for "en-GB"), or English. Never throws. */
export function wordsFor(language: string): Words {
  return wordsOf(language) ?? en;
}

/** Like `wordsFor`, but undefined where there are no words for the language. */
export function wordsOf(language: string): Words | undefined {
  for (let tag = language.replaceAll('_', '-').toLowerCase(); tag !== ''; tag = parentOf(tag)) {
    const words = byTag.get(tag);
    if (words) return words;
  }
  return undefined;
}

const byTag: ReadonlyMap<string, Words> = new Map(languages.map((words) => [words.language.toLowerCase(), words]));

function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
}
