import type { Statistics } from '../comments/statistics.ts';
import type { Counted } from '../comments/tally.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate, Translator } from '../messages/translator.ts';
import { limitLabel, ruleLabel } from './rule-labels.ts';
import type { StatisticsView } from './statistics-view.ts';

/** What the guard said, in three lists: to answers, to comments, and to those it asked to come back. */
export function verdictViews(verdicts: Statistics['verdicts'], { t, locale }: Translator): StatisticsView['verdicts'] {
  const number = new Intl.NumberFormat(locale);
  const itemsOf = (labelOf: Label) =>
    verdicts.flatMap(({ what, key, count }) => {
      const label = labelOf(what, key, t);
      return label === null ? [] : [{ label, count: number.format(count) }];
    });
  const list = (id: string, heading: MessageKey, none: MessageKey, label: Label) => ({
    id,
    heading: t(heading),
    none: t(none),
    items: itemsOf(label),
  });
  return [
    list('answers', 'statistics.answers', 'statistics.answersNone', answerLabel),
    list('comments', 'statistics.screened', 'statistics.screenedNone', commentLabel),
    list('refused', 'guard.refused', 'guard.refusedNone', refusalLabel),
  ];
}

/** Null for what belongs into another list. */
type Label = (what: Counted, key: string, t: Translate) => string | null;

const answers: Readonly<Partial<Record<Counted, MessageKey>>> = {
  passed: 'guard.right',
  wrong: 'guard.wrong',
  malformed: 'statistics.malformed',
  expired: 'statistics.expired',
  unknown: 'statistics.unknown',
  'too-fast': 'statistics.tooFast',
  excused: 'statistics.excused',
};

function answerLabel(what: Counted, _key: string, t: Translate): string | null {
  const said = answers[what];
  return said === undefined ? null : t(said);
}

function commentLabel(what: Counted, key: string, t: Translate): string | null {
  if (what === 'published') return t('statistics.atOnce');
  return what === 'held' ? t('statistics.heldBy', { rule: t(ruleLabel(key)) }) : null;
}

const refusalLabel: Label = (what, key, t) => (what === 'refused' ? t(limitLabel(key)) : null);
