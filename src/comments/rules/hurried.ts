import type { Rule } from '../screening.ts';

/** Held only the second time: whoever came back to a form, or is quick, gets a new sum first. */
export const hurried: Rule = (submission) => (submission.hurried ? 'reason.hurried' : null);
