import type { Rule } from '../screening.ts';

/** Held, never refused: somebody may really be called so. */
export const impersonates: Rule = ({ impersonates }) => impersonates && reasons[impersonates];

const reasons = {
  moderator: 'reason.impersonates',
  author: 'reason.impersonatesAuthor',
} as const;
