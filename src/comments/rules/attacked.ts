import type { Rule } from '../screening.ts';

/** While somebody guesses from everywhere, nobody who is unknown is published unseen. */
export const attacked: Rule = ({ attacked, proven }) =>
  attacked && !proven ? 'Many wrong answers on the whole site just now' : null;
