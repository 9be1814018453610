import { translatorFor } from '../../messages/translator.ts';
import { labelOf } from '../list-entry.ts';
import type { Rule } from '../screening.ts';

/** What is on the lists of the moderators, whoever wrote it: held, or filed as spam. Nothing is dropped. */
export const listed: Rule = ({ listed }) => {
  if (listed === null) return null;
  const reason = `On your list: ${labelOf(listed, translatorFor('en').t)}`;
  return listed.effect === 'block' ? { spam: reason } : reason;
};
