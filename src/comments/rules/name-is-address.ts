import type { Rule } from '../screening.ts';

/** A domain ends in small letters or in capitals, "Dr.Strange" in neither. */
const address = /:\/\/|\b[wW]{3}\.|[\p{L}\p{N}-]\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?:\/|$|\s)/u;

/** A name such as `cheap-watches.example` is an advertisement that even a text without links carries. */
export const nameIsAddress: Rule = ({ draft }) => (address.test(draft.author.name) ? 'reason.nameIsAddress' : null);
