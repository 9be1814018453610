import type { Rule } from '../screening.ts';

/** While somebody guesses from everywhere, nobody who is unknown is published unseen. */
export const attacked: Rule = ({ attacked, proven }) => (attacked && !proven ? 'reason.attacked' : null);
