import type { Request, RequestHandler, Response } from 'express';
import { type Status, statuses } from '../comments/comment.ts';
import { CommentsError } from '../comments/error.ts';
import { type Action, actions, type Done, lanes, type Moderation, type Queue } from '../comments/moderation.ts';
import { noFilter, type QueueItem } from '../comments/queue.ts';
import { doneView } from './done-view.ts';
import { cursorOf, isId } from './id.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { QueueRowView, QueueView } from './view.ts';

export interface ModerationParts {
  readonly moderation: Moderation;
  readonly show: ShowPage;
  readonly now: () => number;
}

const labels: Record<Status, string> = { pending: 'Pending', approved: 'Approved', spam: 'Spam', trash: 'Trash' };
const verbs: Record<Action, string> = { approve: 'Approve', hold: 'Hold', spam: 'Spam', trash: 'Trash' };
/** The queue and what moderators do with it. */
export function moderationRoutes({ moderation, show, now }: ModerationParts) {
  const queue: RequestHandler = async (req, res) => {
    const status = statuses.find((known) => known === (req.query.status ?? 'pending'));
    if (!status)
      throw new CommentsError('not-found', 'There is no such lane. Choose pending, approved, spam or trash.');
    const before = cursorOf(req.query.before);
    const after = before === null ? null : { id: before, value: null };
    const fields = queueView(req, status, await moderation.queue(status, noFilter, 'newest', after), before, now());
    show(req, res, { view: 'moderation/queue', title: `${labels[status]} · Moderation` }, fields);
  };

  const decide: RequestHandler = async (req, res) => {
    const action = actions.find((known) => known === req.body?.action);
    if (!action) throw new CommentsError('invalid', 'Choose what to do: approve, hold, spam or trash.');
    const ids = idsOf(req.body.ids);
    if (ids.length === 0) throw new CommentsError('invalid', 'Choose at least one comment, then what to do with it.');
    const lane = statuses.find((known) => known === req.body.status) ?? null;
    tellDone(req, res, action, await moderation.decide(action, { ids, lane }, res.locals.moderator.id));
  };

  const undo: RequestHandler = async (req, res) => {
    if (!isId(req.body?.batch)) throw new CommentsError('invalid', 'Choose what to undo.');
    tellDone(req, res, 'undo', await moderation.undo(req.body.batch, res.locals.moderator.id));
  };

  return { queue, decide, undo };
}

/** Back to the lane it was done in, or to the log; what was done goes along, to be told there. */
function tellDone(req: Request, res: Response, act: Action | 'undo', { moved, left, batch }: Done): void {
  const status = statuses.find((known) => known === req.body.status) ?? 'pending';
  const place = req.body.status === 'log' ? '/log?' : `?status=${status}&`;
  res.redirect(303, `${req.baseUrl}/moderation${place}done=${act}&moved=${moved}&left=${left}&batch=${batch ?? ''}`);
}

/** Most ids one request may name. */
const mostIds = 1_000;

function idsOf(field: unknown): readonly string[] {
  const ids: readonly unknown[] = Array.isArray(field) ? field : [field];
  if (ids.length > mostIds) throw new CommentsError('invalid', `Choose at most ${mostIds} comments at once.`);
  return ids.filter(isId);
}

function queueView(req: Request, status: Status, queue: Queue, before: string | null, now: number): QueueView {
  const url = (lane: Status): string => `${req.baseUrl}/moderation?status=${lane}`;
  return {
    status,
    lanes: statuses.map((lane) => ({ status: lane, label: labels[lane], count: queue.counts[lane], url: url(lane) })),
    rows: queue.items.map((item) => rowView(item, req.baseUrl, now)),
    actions: actions.filter((action) => lanes[action] !== status).map((action) => ({ action, label: verbs[action] })),
    action: `${req.baseUrl}/moderation`,
    first: before ? url(status) : null,
    next: queue.next && `${url(status)}&before=${queue.next.id}`,
    ...doneView(req),
    problem: null,
  };
}

function rowView({ comment, thread, parent }: QueueItem, base: string, now: number): QueueRowView {
  const { id, author, html, createdAt, reason } = comment;
  return {
    id,
    name: author.name,
    email: author.email,
    website: author.website,
    html,
    at: momentView(createdAt, now),
    article: { title: thread.title, url: `${base}${thread.url}` },
    inReplyTo: parent && { name: parent.author.name, html: parent.html },
    reason,
  };
}
