import type { Rule } from '../screening.ts';

/** After so many wrong answers a right one may be luck. Others behind the same address wait too, but lose nothing. */
export const guessing: Rule = (submission) => (submission.guessing ? 'reason.guessing' : null);
