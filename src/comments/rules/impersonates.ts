import type { Rule } from '../screening.ts';

/** Held, never refused: somebody may really be called so. */
export const impersonates: Rule = (submission) => (submission.impersonates ? 'reason.impersonates' : null);
