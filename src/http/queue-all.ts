import type { Status } from '../comments/comment.ts';
import { type Action, actions, lanes } from '../comments/moderation.ts';
import type { MessageKey, Values } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';

/** What can be done with all that is listed, on this page and on the others, each with its number. */
export interface AllView {
  /** "Decide on all 312 that match". */
  readonly decide: string;
  /** For a form without a heading. */
  readonly label: string;
  readonly actions: readonly { readonly action: string; readonly label: string }[];
}

/** `many`: there are more than `count`, which are not counted. */
export function allView(
  status: Status,
  { count, many, filtered }: { readonly count: number; readonly many: boolean; readonly filtered: boolean },
  t: Translate,
): AllView {
  const values: Values = { count, many: many ? 'yes' : 'no', scope: filtered ? 'matching' : 'lane' };
  return {
    decide: t('queue.decideAll', values),
    label: t(filtered ? 'queue.allMatching' : 'queue.allOfLane'),
    actions: actions
      .filter((action) => lanes[action] !== status)
      .map((action) => ({ action, label: t(all[action], values) })),
  };
}

const all: Readonly<Record<Action, MessageKey>> = {
  approve: 'act.approveAll',
  hold: 'act.holdAll',
  spam: 'act.spamAll',
  trash: 'act.trashAll',
};
