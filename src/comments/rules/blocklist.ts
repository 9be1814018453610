import type { Rule } from '../screening.ts';

/** Words of letters and digits; what stands between them does not matter. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

/** Looks for whole words, also several in a row, anywhere in the comment: "dress" does not find "Andressa". */
export function blocklist(entries: readonly string[]): Rule {
  const listed = entries.map((entry) => ({ entry, words: wordsOf(entry) })).filter(({ words }) => words.trim() !== '');
  return ({ draft: { author, body } }) => {
    const text = wordsOf([author.name, author.email, author.website, body].join(' '));
    const found = listed.find(({ words }) => text.includes(words));
    return found ? `On the blocklist: ${found.entry}` : null;
  };
}
