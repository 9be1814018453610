import { message } from '../../messages/message.ts';
import type { Wanted } from '../list-entry.ts';
import type { Rule } from '../screening.ts';

/** What is on the lists of the moderators, whoever wrote it: held, or filed as spam. Nothing is dropped. */
export const listed: Rule = ({ listed }) => {
  if (listed === null) return null;
  const reason = reasonFor(listed);
  return listed.effect === 'block' ? { spam: reason } : reason;
};

/** Of a network only a hash is known: enough of it to find the entry. */
const reasonFor = ({ kind, value }: Wanted) =>
  kind === 'network'
    ? message('reason.listedNetwork', { network: value.slice(0, 8) })
    : message('reason.listed', { entry: value });
