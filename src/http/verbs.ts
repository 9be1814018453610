import type { Status } from '../comments/comment.ts';
import { type Action, actions, lanes } from '../comments/moderation.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { pluralForms } from './plural-forms.ts';
import type { ActionView } from './queue-view.ts';

/** What the lanes are called. */
export const laneKeys: Readonly<Record<Status, MessageKey>> = {
  pending: 'queue.pending',
  approved: 'queue.approved',
  spam: 'queue.spam',
  trash: 'queue.trash',
};

const verbs: Readonly<Record<Action, MessageKey>> = {
  approve: 'act.approve',
  hold: 'act.hold',
  spam: 'act.spam',
  trash: 'act.trash',
};

const verbsAnyway: Readonly<Record<Action, MessageKey>> = {
  approve: 'act.approveAnyway',
  hold: 'act.holdAnyway',
  spam: 'act.spamAnyway',
  trash: 'act.trashAnyway',
};

/** What an act has done, to how many comments. */
export const doneKeys: Readonly<Record<Action | 'undo', MessageKey>> = {
  approve: 'act.approved',
  hold: 'act.held',
  spam: 'act.markedSpam',
  trash: 'act.trashed',
  undo: 'act.undone',
};

const actionView = (action: Action, translator: Translator): ActionView => ({
  action,
  label: translator.t(verbs[action]),
  done: pluralForms(doneKeys[action], translator),
});

/** The same, for those who know that somebody else has decided otherwise. */
export const againView = (action: Action, translator: Translator): ActionView => ({
  ...actionView(action, translator),
  label: translator.t(verbsAnyway[action]),
});

/** What can be done in a lane: all that leads out of it. */
export const actionsIn = (status: Status, translator: Translator): readonly ActionView[] =>
  actions.filter((action) => lanes[action] !== status).map((action) => actionView(action, translator));

/** What must have been done to a comment that stands there. */
export const doneTo = (status: Status): Action | 'undo' => actions.find((action) => lanes[action] === status) ?? 'undo';
