import homoglyphs from 'unhomoglyph/data.json' with { type: 'json' };

/**
 * How a text looks: the same for texts that a reader could take for each other. Letters of all alphabets by what they
 * resemble (the skeleton of UTS #39), digits by the letters they stand for, without case, accents, or anything that is no
 * letter. Not to be shown to people: an m is an r and an n.
 */
export function lookOf(text: string): string {
  // Before and after the capitals are gone: В looks like B, в like a small capital ʙ.
  const letters = plain(plain(text).toLowerCase()).toLowerCase();
  const folded = [...letters].map((letter) => standsFor.get(letter) ?? letter).join('');
  return folded.replace(/vv/g, 'w').replace(/\P{L}/gu, '');
}

const table: Readonly<Record<string, string>> = homoglyphs;

/** What resembles a letter, and compatible forms (full width, mathematical, in circles), as that letter; without marks. */
function plain(text: string): string {
  const letters = [...text.normalize('NFD')].flatMap(
    (letter) => table[letter] ?? [...letter.normalize('NFKD')].map(fromSign),
  );
  return resembling(letters.join(''))
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '');
}

const resembling = (text: string): string =>
  [...text.normalize('NFD')].map((letter) => table[letter] ?? letter).join('');

/** Signs that are an alphabet each, A to Z, and that Unicode does not decompose: white on black, and those of flags. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6];

function fromSign(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const first = alphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? letter : String.fromCodePoint(0x61 + code - first);
}

/**
 * What Unicode's table leaves apart: Latin small capitals (their names say of what), digits and signs that stand for
 * letters, and i, l and 1, which look alike in one case only.
 */
const standsFor: ReadonlyMap<string, string> = new Map([
  ...each('ɢʏɴʀʙʜʟᴀᴅᴇᴊᴋᴘᴛꜰꞯĸ', 'gynrbhladejkptfqk'),
  ...each('0123456789@$€£!|i®©', 'olzeasbtbgasellllrc'),
  ['m', 'rn'],
  ['ʍ', 'rn'],
]);

function each(signs: string, letters: string): readonly (readonly [string, string])[] {
  return [...signs].map((sign, at) => [sign, letters[at] ?? sign]);
}
