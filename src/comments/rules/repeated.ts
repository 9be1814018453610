import type { Rule } from '../screening.ts';

/** What one person says in these very words, others do not: it is sent by a program, or quoted. */
export const repeated: Rule = (submission) => (submission.repeated ? 'reason.repeated' : null);
