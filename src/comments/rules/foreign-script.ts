import type { Rule } from '../screening.ts';

/** Languages that are not, or not only, written with Latin letters. */
const scriptsOf: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  sr: /[\p{Script=Cyrillic}\p{Script=Latin}]/u,
  uk: /\p{Script=Cyrillic}/u,
  // One Latin word among Chinese, as is usual there, has more letters than the sentence around it.
  zh: /[\p{Script=Han}\p{Script=Latin}]/u,
};
const latin = /\p{Script=Latin}/u;
/** Fewer letters are a name or an exclamation. */
const leastLetters = 10;
/** Alphabets whose letters look like Latin ones: no language mixes them in one word. */
const lookAlikes = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const shortestMix = 3;

/** Holds what is mostly written in letters the page's readers do not use, and words spelt with look-alikes. */
export function foreignScript(usual: string): Rule {
  return ({ draft: { body }, language }) => {
    const own = scriptsOf[(language ?? usual).split('-')[0] ?? ''] ?? latin;
    if (body.split(/[^\p{L}\p{M}]+/u).some(isMixed)) {
      return 'reason.mixedLetters';
    }
    const letters = body.match(/\p{L}/gu) ?? [];
    const foreign = letters.filter((letter) => !own.test(letter)).length;
    return letters.length >= leastLetters && foreign * 2 > letters.length ? 'reason.foreignLetters' : null;
  };
}

/** Two plain searches: looking ahead from every letter would take a second for a page without spaces. */
const isMixed = (word: string): boolean => word.length >= shortestMix && latin.test(word) && lookAlikes.test(word);
