import type { RequestHandler } from 'express';
import type { Status } from '../comments/comment.ts';
import type { Decision } from '../comments/decision.ts';
import type { Moderation } from '../comments/moderation.ts';
import type { SignIn } from '../comments/sign-in.ts';
import { type DoneView, doneView } from './done-view.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/log.ejs: acts, newest first; an act on several comments is one row. */
export interface LogView extends DoneView {
  readonly undoAction: string;
  readonly acts: readonly ActView[];
  readonly first: string | null;
  readonly next: string | null;
}

interface ActView {
  readonly batch: string;
  readonly at: TimeView;
  /** Null when the account is gone. */
  readonly by: string | null;
  readonly what: string;
  readonly from: string;
  readonly comments: number;
  readonly isUndo: boolean;
}

export interface LogPageParts {
  readonly moderation: Moderation;
  readonly signIn: SignIn;
  readonly show: ShowPage;
  readonly now: () => number;
}

const labels: Record<Status, string> = { pending: 'held', approved: 'approved', spam: 'spam', trash: 'trash' };

/** What was decided, by whom, and the way back. */
export function logPage({ moderation, signIn, show, now }: LogPageParts): RequestHandler {
  return async (req, res) => {
    const before = /^\d{1,15}$/.test(String(req.query.before)) ? Number(req.query.before) : null;
    const { items, next } = await moderation.log(before, { moderatorId: null, commentId: null });
    const emails = new Map<string, string | null>();
    for (const id of new Set(items.map(({ moderatorId }) => moderatorId)))
      emails.set(id, (await signIn.byId(id))?.email ?? null);
    const url = `${req.baseUrl}/moderation/log`;
    const fields: LogView = {
      ...doneView(req),
      undoAction: `${req.baseUrl}/moderation/undo`,
      acts: actsOf(items).map((act) => actView(act, emails, now())),
      first: before === null ? null : url,
      next: next === null ? null : `${url}?before=${next}`,
    };
    show(req, res, { view: 'moderation/log', title: 'Decisions · Moderation' }, fields);
  };
}

/** Entries of one act stand together in the log, if not always on one page. */
function actsOf(items: readonly Decision[]): readonly (readonly [Decision, ...Decision[]])[] {
  const acts: [Decision, ...Decision[]][] = [];
  for (const item of items) {
    const act = acts.at(-1);
    if (act?.[0].batch === item.batch) act.push(item);
    else acts.push([item]);
  }
  return acts;
}

function actView(
  act: readonly [Decision, ...Decision[]],
  emails: ReadonlyMap<string, string | null>,
  now: number,
): ActView {
  const [{ batch, at, moderatorId, undoes }] = act;
  const names = (pick: (each: Decision) => Status): string =>
    [...new Set(act.map((each) => labels[pick(each)]))].join(', ');
  return {
    batch,
    at: momentView(at, now),
    by: emails.get(moderatorId) ?? null,
    what: names(({ to }) => to),
    from: names(({ from }) => from),
    comments: act.length,
    isUndo: undoes !== null,
  };
}
