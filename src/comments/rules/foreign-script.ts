import type { Rule } from '../screening.ts';

/** Languages that are not, or not only, written with Latin letters. */
const scriptsOf: Readonly<Record<string, RegExp>> = {
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  sr: /[\p{Script=Cyrillic}\p{Script=Latin}]/u,
};
const latin = /\p{Script=Latin}/u;
/** Fewer letters are a name or an exclamation. */
const leastLetters = 10;
/** Letters that look alike from two alphabets in one word: no language spells so. */
const lookAlikes = /(?=\S*\p{Script=Latin})(?=\S*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}\p{M}]{3,}/u;

/** Holds what is mostly written in letters the site's readers do not use, and words spelt with look-alikes. */
export function foreignScript(language: string): Rule {
  const own = scriptsOf[language.split('-')[0] ?? ''] ?? latin;
  return ({ draft: { body } }) => {
    if (body.split(/[^\p{L}\p{M}]+/u).some((word) => lookAlikes.test(word))) {
      return { action: 'hold', reason: 'A word mixes letters of two alphabets' };
    }
    const letters = body.match(/\p{L}/gu) ?? [];
    const foreign = letters.filter((letter) => !own.test(letter)).length;
    return letters.length >= leastLetters && foreign * 2 > letters.length
      ? { action: 'hold', reason: 'Written in letters that this site does not use' }
      : null;
  };
}
