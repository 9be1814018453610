import type { RequestHandler } from 'express';
import type { Status } from '../comments/comment.ts';
import type { Decision, LogFilter } from '../comments/decision.ts';
import { whatOf } from './act-words.ts';
import { type ContestedParts, contested, othersIn } from './contested.ts';
import { type DoneView, doneView } from './done-view.ts';
import { logFilterOf, logPairsOf } from './log-filter.ts';
import type { ShowPage } from './pages.ts';
import { type FieldView, fieldsOf, queryOf } from './pairs.ts';
import type { OtherView } from './queue-view.ts';
import { ruleLabel } from './rule-labels.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/moderation/log.ejs: acts, newest first; an act on several comments is one row. */
export interface LogView extends DoneView {
  readonly undoAction: string;
  readonly acts: readonly ActView[];
  /** Only what concerns one comment is shown, while an act may be on many. */
  readonly partly: boolean;
  /** Whose decisions alone, or on which comment, each with the way to take it off. */
  readonly chips: readonly { readonly label: string; readonly text: string; readonly url: string }[];
  /** Without any filter. */
  readonly clear: string;
  /** Sent along by every form, so that the page after an act is this one again. */
  readonly kept: readonly FieldView[];
  /** Comments that the last undo has left, for somebody had decided on them since. */
  readonly others: readonly OtherView[];
  readonly first: string | null;
  readonly next: string | null;
}

interface ActView {
  readonly batch: string;
  readonly at: TimeView;
  /** Null when the account is gone. */
  readonly by: string | null;
  /** What the same moderator decided; null where nothing else is shown. */
  readonly byUrl: string | null;
  /** What was decided on the same comment; null where there are several, or where nothing else is shown. */
  readonly commentUrl: string | null;
  readonly what: string;
  readonly from: string;
  readonly comments: number;
  /** By which rules, or by hand, they stood there; null where they were published at once. */
  readonly why: string | null;
  readonly isUndo: boolean;
  /** False where nothing is left to put back. */
  readonly canUndo: boolean;
}

export interface LogPageParts extends ContestedParts {
  readonly show: ShowPage;
}

const labels: Record<Status, string> = { pending: 'held', approved: 'approved', spam: 'spam', trash: 'trash' };

/** What was decided, by whom, and the way back. */
export function logPage(parts: LogPageParts): RequestHandler {
  const { moderation, signIn, show, now } = parts;
  return async (req, res) => {
    const before = /^\d{1,15}$/.test(String(req.query.before)) ? Number(req.query.before) : null;
    const filter = logFilterOf(req.query);
    const { items, next } = await moderation.log(before, filter);
    const emails = new Map<string, string | null>();
    for (const id of new Set([...items.map(({ moderatorId }) => moderatorId), filter.moderatorId ?? '']))
      emails.set(id, (await signIn.byId(id))?.email ?? null);
    const url = urlsOf(`${req.baseUrl}/moderation/log`);
    const fields: LogView = {
      ...doneView(req),
      undoAction: `${req.baseUrl}/moderation/undo`,
      acts: actsOf(items).map((act) => actView(act, { emails, filter, url, now: now() })),
      partly: filter.commentId !== null,
      chips: chipsOf(filter, emails, url),
      clear: `${req.baseUrl}/moderation/log`,
      kept: fieldsOf([['status', 'log'], ...logPairsOf(filter)]),
      others: await contested(req, othersIn(req), null, parts),
      first: before === null ? null : url(filter),
      next: next === null ? null : url(filter, next),
    };
    show(req, res, { view: 'moderation/log', title: 'Decisions · Moderation' }, fields);
  };
}

type UrlOf = (filter: LogFilter, before?: number) => string;

const urlsOf =
  (path: string): UrlOf =>
  (filter, before) => {
    const pairs = [...logPairsOf(filter), ...(before === undefined ? [] : [['before', String(before)] as const])];
    const query = queryOf(pairs);
    return query === '' ? path : `${path}?${query}`;
  };

function chipsOf(filter: LogFilter, emails: ReadonlyMap<string, string | null>, url: UrlOf): LogView['chips'] {
  const { moderatorId, commentId } = filter;
  const gone = 'a moderator who is gone';
  return [
    ...(moderatorId === null
      ? []
      : [{ label: 'By', text: emails.get(moderatorId) ?? gone, url: url({ moderatorId: null, commentId }) }]),
    ...(commentId === null ? [] : [{ label: 'On', text: 'one comment', url: url({ moderatorId, commentId: null }) }]),
  ];
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

interface ActParts {
  readonly emails: ReadonlyMap<string, string | null>;
  readonly filter: LogFilter;
  readonly url: UrlOf;
  readonly now: number;
}

function actView(act: readonly [Decision, ...Decision[]], { emails, filter, url, now }: ActParts): ActView {
  const [{ batch, at, moderatorId, commentId, undoes }] = act;
  const names = (pick: (each: Decision) => Status): string =>
    [...new Set(act.map((each) => labels[pick(each)]))].join(', ');
  return {
    batch,
    at: momentView(at, now),
    by: emails.get(moderatorId) ?? null,
    byUrl: filter.moderatorId === null ? url({ ...filter, moderatorId }) : null,
    commentUrl: filter.commentId === null && act.length === 1 ? url({ ...filter, commentId }) : null,
    what: whatOf(
      act[0],
      names(({ to }) => to),
    ),
    from: names(({ from }) => from),
    comments: act.length,
    why: whyOf(act),
    isUndo: undoes !== null,
    canUndo: act[0].act !== 'erase',
  };
}

function whyOf(act: readonly Decision[]): string | null {
  const rules = new Set(act.flatMap(({ rule }) => rule ?? []));
  return rules.size === 0 ? null : [...rules].map((rule) => (rule === 'hand' ? 'by hand' : ruleLabel(rule))).join(', ');
}
