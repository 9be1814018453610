/** Different words of one text: a longer one is read at its beginning and its end, where what is sold stands. */
const mostWords = 200;
/** Longer ones are no words, and whatever they are is not kept. */
const longestWord = 24;

/** Written without spaces: two letters at a time stand for a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The different words of a text, in lower case, in order. Addresses of web and mail are left out, and of numbers only the
 * length is kept: whom somebody can be reached by is not for the filter to remember.
 */
export function wordsOf(text: string): readonly string[] {
  const words = new Set([...new Set(plainOf(text))].flatMap(tokensOf));
  if (words.size <= mostWords) return [...words];
  const all = [...words];
  return [...all.slice(0, mostWords / 2), ...all.slice(-mostWords / 2)];
}

function plainOf(text: string): readonly string[] {
  const seen = text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toLowerCase();
  const plain = seen.split(/\s+/u).filter((piece) => !piece.includes('@'));
  return plain.flatMap((piece) => (piece.split(/https?:|www\./)[0] ?? '').split(/[^\p{L}\p{M}\p{N}]+/u));
}

function tokensOf(word: string): readonly string[] {
  if (unspaced.test(word)) return pairsOf(word);
  if (word.length < 2 || word.length > longestWord) return [];
  return [word.replace(/\p{N}/gu, '#')];
}

function pairsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
