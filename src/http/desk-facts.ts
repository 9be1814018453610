import { type Decision, itsAuthor } from '../comments/decision.ts';
import type { OnDesk } from '../comments/desk.ts';
import { sayReason } from '../comments/reason.ts';
import type { Translate } from '../messages/translator.ts';
import { type Places, whatOf } from './act-words.ts';

interface Fact {
  readonly label: string;
  readonly text: string;
}

const places: Places = {
  pending: 'desk.waits',
  approved: 'desk.published',
  spam: 'desk.inSpam',
  trash: 'desk.inTrash',
};

/** What is known of a comment, in a few words each. */
export function factsOf({ comment, alike, answers, record, decisions }: OnDesk, t: Translate): readonly Fact[] {
  const isByAuthor =
    comment.status === 'trash' && decisions.find(({ from, to }) => from !== to)?.moderatorId === itsAuthor;
  const others = alike - 1;
  const { approved, pending, spam, trash } = record;
  return [
    { label: t('desk.where'), text: t(isByAuthor ? 'desk.inTrashByAuthor' : places[comment.status]) },
    ...(comment.reason ? [{ label: t('desk.because'), text: sayReason(comment.reason, t) }] : []),
    ...(others > 0 ? [{ label: t('desk.alike'), text: t('desk.alikeMore', { count: others }) }] : []),
    { label: t('desk.answers'), text: t('desk.answersCount', { count: answers }) },
    { label: t('desk.byAuthor'), text: t('desk.record', { approved, pending, spam, trash }) },
  ];
}

/** What was decided: from where to where, or what else. */
export function wayOf(decision: Decision, t: Translate): string {
  const what = whatOf([decision], places, t);
  return decision.undoes === null ? what : t('desk.undone', { what });
}
