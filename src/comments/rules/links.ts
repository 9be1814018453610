import type { Rule } from '../screening.ts';

/** One link is a source; from two on a moderator looks. Counted as readers would meet them, whatever was typed. */
export const links: Rule = ({ html }) => {
  const count = html.split('<a ').length - 1;
  return count < 2 ? null : { action: 'hold', reason: `${count} links` };
};
