import type { Position, RandomInt, Sum } from './sums.ts';
import { positions } from './sums.ts';
import type { Words } from './words/words.ts';

/** One piece of a sum as people meet it: shown to eyes, spoken to ears. */
export type Token =
  | { readonly kind: 'number'; readonly text: string }
  /** `glyph` is for eyes ("−"), `word` for ears ("minus"). */
  | { readonly kind: 'operator'; readonly glyph: string; readonly word: string }
  | { readonly kind: 'equals' }
  /** The number to find where it is not the result: shown "?", spoken as a word for "what number". */
  | { readonly kind: 'blank'; readonly word: string };

/** The sum in reading order. With the blank at the end the last token is `equals`: "four − 4 =". */
export type Prompt = readonly Token[];

/** Words a sum in a language, each of the two numbers shown as a word or a digit. */
export function wordSum(sum: Sum, words: Words, randomInt: RandomInt): Prompt {
  const spelled = drawSpelled(sum.blank, randomInt);
  const tokenAt = (position: Position): Token =>
    position === sum.blank
      ? { kind: 'blank', word: words.blank }
      : { kind: 'number', text: numberText(sum[position], spelled.includes(position), words) };
  const operator: Token = { kind: 'operator', glyph: sum.operation, word: words.operators[sum.operation] };
  const question: Prompt = [tokenAt('left'), operator, tokenAt('right'), { kind: 'equals' }];
  // "four − 4 =" asks by itself; a "?" at its end would only be noise to ears.
  return sum.blank === 'result' ? question : [...question, tokenAt('result')];
}

/** A fair coin for each number shown, thrown again while both would be digits: hence three equal chances. */
function drawSpelled(blank: Position, randomInt: RandomInt): readonly Position[] {
  const shown = positions.filter((position) => position !== blank);
  const chance = randomInt(3);
  return chance === 2 ? shown : shown.slice(chance, chance + 1);
}

function numberText(value: number, asWord: boolean, words: Words): string {
  return (asWord ? words.numbers[value] : undefined) ?? String(value);
}

/** The sum as eyes see it: "four − 4 =". Plain text, to be escaped like any other. */
export function plainPrompt(prompt: Prompt): string {
  return prompt.map(glyphOf).join(' ');
}

/** What eyes see of one token. */
export function glyphOf(token: Token): string {
  switch (token.kind) {
    case 'number':
      return token.text;
    case 'operator':
      return token.glyph;
    case 'equals':
      return '=';
    case 'blank':
      return '?';
  }
}
