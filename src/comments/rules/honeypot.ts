import type { Rule } from '../screening.ts';

/** Held, never dropped: a password manager fills invisible fields too, and its owner has done nothing wrong. */
export const honeypot: Rule = ({ draft }) => (draft.honeypot === '' ? null : 'reason.honeypot');
