import type { Rule } from '../screening.ts';

/** The way past the sum leads to a moderator, never to the page: a program would take it too. */
export const unsolved: Rule = ({ unable }) => (unable ? 'reason.unsolved' : null);
