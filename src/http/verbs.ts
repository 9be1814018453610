import type { Status } from '../comments/comment.ts';
import { type Action, actions, lanes } from '../comments/moderation.ts';
import type { ActionView } from './queue-view.ts';

/** What the lanes are called. */
export const laneLabels: Record<Status, string> = {
  pending: 'Pending',
  approved: 'Approved',
  spam: 'Spam',
  trash: 'Trash',
};

const verbs: Record<Action, string> = { approve: 'Approve', hold: 'Hold', spam: 'Spam', trash: 'Trash' };

/** What an act has done to a comment. */
export const doneWords: Record<Action | 'undo', string> = {
  approve: 'approved',
  hold: 'held again',
  spam: 'marked as spam',
  trash: 'moved to the trash',
  undo: 'put back where it was',
};

export const actionView = (action: Action): ActionView => ({
  action,
  label: verbs[action],
  done: doneWords[action],
});

/** What can be done in a lane: all that leads out of it. */
export const actionsIn = (status: Status): readonly ActionView[] =>
  actions.filter((action) => lanes[action] !== status).map(actionView);

/** What must have been done to a comment that stands there. */
export const doneTo = (status: Status): string =>
  doneWords[actions.find((action) => lanes[action] === status) ?? 'undo'];
