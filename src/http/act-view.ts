import { type Decision, itsAuthor, type LogFilter } from '../comments/decision.ts';
import { sayInRow } from '../comments/reason.ts';
import { type Part, partsOf } from '../messages/slots.ts';
import type { Translate, Translator } from '../messages/translator.ts';
import { type Places, whatOf, whoDid } from './act-words.ts';
import { ruleLabel } from './rule-labels.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** One act of the log: what one press of a button did, to one comment or to many. */
export interface ActView {
  readonly batch: string;
  readonly at: TimeView;
  /** Who decided, or that they are gone. */
  readonly by: string;
  /** Who and when, in the order of the language. */
  readonly byline: readonly Part<'by' | 'at'>[];
  /** What the same moderator decided; null where nothing else is shown. */
  readonly byUrl: string | null;
  /** What was decided on the same comment; null where there are several, or where nothing else is shown. */
  readonly commentUrl: string | null;
  /** What was done to how many: "3 comments: held → spam". */
  readonly title: string;
  /** By which rules, or by hand, they stood there, in words; null where they were published at once. */
  readonly why: string | null;
  readonly isUndo: boolean;
  /** False where nothing is left to put back. */
  readonly canUndo: boolean;
}

/** Address of the log with this filter, from its beginning or before an entry. */
export type UrlOf = (filter: LogFilter, before?: number) => string;

export interface ActParts {
  readonly emails: ReadonlyMap<string, string | null>;
  readonly filter: LogFilter;
  readonly url: UrlOf;
  readonly now: number;
  readonly translator: Translator;
}

/** Entries of one act stand together in the log, if not always on one page. */
export function actsOf(items: readonly Decision[]): readonly (readonly [Decision, ...Decision[]])[] {
  const acts: [Decision, ...Decision[]][] = [];
  for (const item of items) {
    const act = acts.at(-1);
    if (act?.[0].batch === item.batch) act.push(item);
    else acts.push([item]);
  }
  return acts;
}

export function actView(
  act: readonly [Decision, ...Decision[]],
  { emails, filter, url, now, translator }: ActParts,
): ActView {
  const [{ batch, at, moderatorId, commentId, undoes }] = act;
  return {
    batch,
    at: momentView(at, now, translator),
    by: whoDid(moderatorId, emails.get(moderatorId), translator.t) ?? translator.t('log.gone'),
    byline: bylineOf(translator),
    byUrl: filter.moderatorId === null && moderatorId !== itsAuthor ? url({ ...filter, moderatorId }) : null,
    commentUrl: filter.commentId === null && act.length === 1 ? url({ ...filter, commentId }) : null,
    title: titleOf(act, translator.t),
    why: whyOf(act, translator.t),
    isUndo: undoes !== null,
    canUndo: act[0].act !== 'erase' && act[0].act !== 'explain',
  };
}

/** Who decided and when, for elements of their own. */
export const bylineOf = (translator: Translator): readonly Part<'by' | 'at'>[] =>
  partsOf(translator, 'log.by', ['by', 'at']);

const places: Places = {
  pending: 'log.held',
  approved: 'log.approved',
  spam: 'log.spam',
  trash: 'log.trash',
};

function titleOf(act: readonly [Decision, ...Decision[]], t: Translate): string {
  if (act[0].act === 'reply') return t(act.length === 1 ? 'log.replied' : 'log.repliedApproved');
  return t('log.comments', { count: act.length, what: whatOf(act, places, t) });
}

function whyOf(act: readonly Decision[], t: Translate): string | null {
  const rules = [...new Set(act.flatMap(({ rule }) => rule ?? []))];
  if (rules.length === 0) return null;
  const names = rules.map((rule) => (rule === 'hand' ? t('log.byHand') : t(ruleLabel(rule))));
  return rules.length === 1 && rules[0] === 'hand'
    ? t('log.stoodByHand')
    : t('log.stoodFor', { why: sayInRow(names, t) });
}
