import type { Said, Values } from './message.ts';
import type { Translator } from './translator.ts';

/** A stretch of a message: words, or the place of a value that stands in an element of its own. */
export type Part<Slot extends string> = { readonly text: string } | { readonly slot: Slot };

/** A message cut at the places of several values, in the order of its language. */
export function partsOf<Slot extends string>(
  { t }: Pick<Translator, 't'>,
  said: Said,
  slots: readonly Slot[],
  values: Values = {},
): readonly Part<Slot>[] {
  const marks = new Map(slots.map((slot, at) => [String.fromCodePoint(firstMark + at), slot]));
  const marked = Object.fromEntries([...marks].map(([mark, slot]) => [slot, mark]));
  return t(said, { ...values, ...marked })
    .split(anyMark)
    .filter((text) => text !== '')
    .map((text) => {
      const slot = marks.get(text);
      return slot === undefined ? { text } : { slot };
    });
}

/** Private characters, which no catalogue and no name holds. */
const firstMark = 0xf0001;
const anyMark = /([\u{f0001}-\u{f000f}])/u;
