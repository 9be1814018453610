import type { Rule } from '../screening.ts';

/** Held, never refused: somebody may really be called so. */
export const impersonates: Rule = (submission) =>
  submission.impersonates ? 'The name looks like that of a moderator' : null;
