import type { Statistics } from '../comments/statistics.ts';
import type { Counted } from '../comments/tally.ts';
import { limitLabel, ruleLabel } from './rule-labels.ts';
import type { StatisticsView } from './statistics-view.ts';

/** What the guard said, in three lists: to answers, to comments, and to those it asked to come back. */
export function verdictViews(verdicts: Statistics['verdicts']): StatisticsView['verdicts'] {
  const itemsOf = (kinds: Labels) =>
    verdicts.flatMap(({ what, key, count }) => {
      const label = kinds[what]?.(key);
      return label === undefined ? [] : [{ label, count: number.format(count) }];
    });
  return [
    { id: 'answers', heading: 'Answers to the sum', none: 'No answer came.', items: itemsOf(answers) },
    { id: 'comments', heading: 'Comments screened', none: 'No comment came.', items: itemsOf(comments) },
    { id: 'refused', heading: 'Asked to come back later', none: 'Nobody was.', items: itemsOf(refused) },
  ];
}

type Labels = Readonly<Partial<Record<Counted, (key: string) => string>>>;

const number = new Intl.NumberFormat('en');

const answers: Labels = {
  passed: () => 'Right',
  wrong: () => 'Wrong',
  malformed: () => 'Not a number',
  expired: () => 'Too late',
  unknown: () => 'To a sum that was used or never given',
  'too-fast': () => 'Too fast',
  excused: () => 'None needed',
};

const comments: Labels = {
  published: () => 'Published at once',
  held: (rule) => `Held: ${ruleLabel(rule)}`,
};

const refused: Labels = { refused: limitLabel };
