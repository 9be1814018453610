import { pick } from './pick.ts';

type Draw = (below: number) => number;

/** Parts of sentences by name; `{name}` in a part, or in a text, stands for one of them. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** A text in which every `{name}` was replaced by one of the parts of that name, and so on. */
export function spoken(text: string, grammar: Grammar, draw: Draw): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => spoken(pick(grammar[name] ?? [''], draw), grammar, draw));
}
