import { message } from '../../messages/message.ts';
import { textsOf } from '../readable.ts';
import type { Rule } from '../screening.ts';
import { wordFinder } from '../words.ts';

/** Looks for whole words, also several in a row, anywhere in the comment: "dress" does not find "Andressa". */
export function blocklist(entries: readonly string[]): Rule {
  const find = wordFinder(entries, (entry) => entry);
  return ({ draft, html }) => {
    const [found] = find(textsOf(draft.author, html));
    return found ? message('reason.blocklist', { entry: found.item }) : null;
  };
}
