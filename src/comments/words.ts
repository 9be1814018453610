/** A word of a text, made alike with its other spellings, and where it stands. */
interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Something that was looked for, and the place in a text where it was found. */
export interface Found<T> {
  readonly item: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that put no space between words: each of their letters is one, so that words in them are found at all. */
const spaceless =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const wordPattern = new RegExp(
  `${spaceless}[\\p{M}\\p{Default_Ignorable_Code_Point}]*|(?:(?!${spaceless})[\\p{L}\\p{M}\\p{N}\\p{Default_Ignorable_Code_Point}])+`,
  'gu',
);

/**
 * Finds whole words, also several in a row, whatever their case and accents and whatever stands between them: "dress"
 * finds "Dréss!" and not "Andressa". Phrases without a letter or digit find nothing. Each text is looked at by itself.
 */
export function wordFinder<T>(
  items: readonly T[],
  phraseOf: (item: T) => string,
): (texts: readonly string[]) => Generator<Found<T>> {
  const phrases = items.map((item) => ({ item, words: foldedWords(phraseOf(item)) }));
  const byFirst = Map.groupBy(phrases, ({ words }) => words[0]);
  byFirst.delete(undefined);
  return function* find(texts) {
    if (byFirst.size === 0) return;
    for (const typed of texts) {
      const text = typed.normalize('NFKC');
      const words = wordsOf(text);
      for (const [at, { folded, start }] of words.entries())
        for (const { item, words: wanted } of byFirst.get(folded) ?? [])
          if (wanted.every((word, place) => word === words[at + place]?.folded))
            yield { item, text, start, end: words[at + wanted.length - 1]?.end ?? start };
    }
  };
}

/** The words of a phrase, folded: two phrases find the same if these are the same. */
export function foldedWords(phrase: string): readonly string[] {
  return wordsOf(phrase.normalize('NFKC')).map(({ folded }) => folded);
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)]
    .map(({ 0: word, index }) => ({ folded: fold(word), start: index, end: index + word.length }))
    .filter(({ folded }) => folded !== '');
}

/** Upper case knows one sigma, and writes ß as SS. Elsewhere than in Latin and Greek a mark can make another letter. */
function fold(word: string): string {
  const plain = word.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKD');
  return plain.replace(accents, '').toLowerCase().toUpperCase();
}

const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
