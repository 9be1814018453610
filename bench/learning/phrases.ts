/** Dice: a whole number from 0 to `below` − 1. */
export type Draw = (below: number) => number;

/** Words for the slots of a sentence. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const pick = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T;

/** Whether something that happens `percent` times in a hundred does. */
export const chance = (draw: Draw, percent: number): boolean => draw(100) < percent;

/** Fills `{slots}` from the words, those in the filling too. */
export function say(draw: Draw, sentence: string, words: Words): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (_slot, name: string) => pick(draw, words[name] ?? ['']));
  return filled.includes('{') ? say(draw, filled, words) : filled;
}

/** So many different sentences of a list, filled, in one paragraph. */
export function tell(draw: Draw, count: number, sentences: readonly string[], words: Words): string {
  const left = [...sentences];
  const told: string[] = [];
  while (told.length < count && left.length > 0) {
    const [sentence = ''] = left.splice(draw(left.length), 1);
    const said = say(draw, sentence, words);
    told.push(said.charAt(0).toUpperCase() + said.slice(1));
  }
  return told.join(' ');
}
