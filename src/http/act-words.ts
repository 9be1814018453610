import type { Status } from '../comments/comment.ts';
import type { Decision } from '../comments/decision.ts';
import { sayInRow } from '../comments/reason.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';

const did: Readonly<Record<NonNullable<Decision['act']>, MessageKey>> = {
  edit: 'log.textChanged',
  reply: 'log.withReply',
  erase: 'log.erased',
};

/** Names of the places that decisions lead from and to. */
export type Places = Readonly<Record<Status, MessageKey>>;

/** What one act did to comments, in a few words: from where to where, or what else. */
export function whatOf(act: readonly [Decision, ...Decision[]], places: Places, t: Translate): string {
  const [{ act: kind }] = act;
  if (kind !== null) return t(did[kind]);
  const names = (end: 'from' | 'to'): string =>
    sayInRow(
      [...new Set(act.map((decision) => places[decision[end]]))].map((key) => t(key)),
      t,
    );
  return t('log.way', { from: names('from'), to: names('to') });
}
