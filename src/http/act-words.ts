import type { Decision } from '../comments/decision.ts';

const did = { edit: 'text changed', reply: 'published with a reply', erase: 'erased for good' } as const;

/** What was done, in a word or a few; `place` is where it led. */
export const whatOf = ({ act }: Pick<Decision, 'act'>, place: string): string => (act === null ? place : did[act]);
