import type { Rule } from '../screening.ts';

/** Holds whoever has no comment that a moderator approved. */
export function firstComment(policy: 'hold' | 'publish'): Rule {
  return ({ proven }) => (policy === 'hold' && !proven ? 'reason.firstComment' : null);
}
