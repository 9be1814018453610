import type { Rule } from '../screening.ts';

/**
 * Holds whoever has no approved comment yet. Known is only the visitor's own session: a typed name or e-mail address
 * proves nothing and inherits nothing.
 */
export function firstComment(policy: 'hold' | 'publish'): Rule {
  return ({ history }) =>
    policy === 'hold' && history.approved === 0 ? { action: 'hold', reason: 'First comment of this author' } : null;
}
