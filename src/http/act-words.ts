import type { Status } from '../comments/comment.ts';
import { type Decision, itsAuthor } from '../comments/decision.ts';
import { sayInRow } from '../comments/reason.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';

const did: Readonly<Record<NonNullable<Decision['act']>, MessageKey>> = {
  edit: 'log.textChanged',
  reply: 'log.withReply',
  erase: 'log.erased',
  explain: 'log.explained',
};

/** Names of the places that decisions lead from and to. */
export type Places = Readonly<Record<Status, MessageKey>>;

/** What one act did to comments, in a few words: from where to where, or what else. */
export function whatOf(act: readonly [Decision, ...Decision[]], places: Places, t: Translate): string {
  const [{ act: kind, from, to }] = act;
  const hasMoved = kind === 'edit' && from !== to;
  if (kind !== null && !hasMoved) return t(did[kind]);
  const names = (end: 'from' | 'to'): string =>
    sayInRow(
      [...new Set(act.map((decision) => places[decision[end]]))].map((key) => t(key)),
      t,
    );
  const way = t('log.way', { from: names('from'), to: names('to') });
  return hasMoved ? t('log.textChangedMoved', { way }) : way;
}

/** Who did it: the address of a moderator, or the author; null when the account is gone. */
export const whoDid = (moderatorId: string, email: string | null | undefined, t: Translate): string | null =>
  moderatorId === itsAuthor ? t('log.itsAuthor') : (email ?? null);
