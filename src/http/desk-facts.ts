import type { Status } from '../comments/comment.ts';
import type { Decision } from '../comments/decision.ts';
import type { OnDesk } from '../comments/desk.ts';
import { whatOf } from './act-words.ts';

interface Fact {
  readonly label: string;
  readonly text: string;
}

const places: Record<Status, string> = {
  pending: 'waits for a moderator',
  approved: 'published',
  spam: 'in spam',
  trash: 'in the trash',
};

/** What is known of a comment, in a few words each. */
export function factsOf({ comment, alike, answers, record }: OnDesk): readonly Fact[] {
  const others = alike - 1;
  const known = (['approved', 'pending', 'spam', 'trash'] as const).map(
    (status) => `${record[status]} ${places[status]}`,
  );
  return [
    { label: 'Where it stands', text: places[comment.status] },
    ...(comment.reason ? [{ label: 'Held because', text: comment.reason }] : []),
    ...(others > 0 ? [{ label: 'Nearly the same', text: `${others} more in this lane` }] : []),
    { label: 'Answers', text: String(answers) },
    { label: 'All comments of this author', text: known.join(', ').replaceAll('waits for a moderator', 'waiting') },
  ];
}

/** What was decided: from where to where, or what else. */
export const wayOf = (decision: Decision): string =>
  `${decision.undoes === null ? '' : 'undone: '}${whatOf(decision, `${places[decision.from]} → ${places[decision.to]}`)}`;
