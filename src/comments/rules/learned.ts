import type { Rule } from '../screening.ts';

/** Nine to one: `npm run learning` shows how much spam is held by it, and how few honest comments. */
export const learnedBound = 0.9;
/** Authors that moderators approved wait for a strong reason only; without any, one approval would open the door to a seller. */
const provenBound = 0.99;
const mostWords = 5;

/** Holds what reads like spam, and says by which words. A filter may be wrong, so it never marks anything as spam. */
export const learned: Rule = ({ learned, proven }) => {
  if (learned === null || learned.score <= (proven ? provenBound : learnedBound)) return null;
  const tokens = learned.weighed.filter(({ weight }) => weight > 0).slice(0, mostWords);
  return { key: 'reason.learned', tokens: tokens.map(({ token }) => token) };
};
