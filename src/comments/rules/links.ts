import { message } from '../../messages/message.ts';
import type { Rule } from '../screening.ts';

/** One link is a source; from two on a moderator looks. Counted as readers would meet them, whatever was typed. */
export function links(most: number): Rule {
  return ({ html }) => {
    const count = html.split('<a ').length - 1;
    return count > most ? message('reason.links', { count }) : null;
  };
}
