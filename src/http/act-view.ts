import type { Status } from '../comments/comment.ts';
import type { Decision, LogFilter } from '../comments/decision.ts';
import { whatOf } from './act-words.ts';
import { ruleLabel } from './rule-labels.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** One act of the log: what one press of a button did, to one comment or to many. */
export interface ActView {
  readonly batch: string;
  readonly at: TimeView;
  /** Null when the account is gone. */
  readonly by: string | null;
  /** What the same moderator decided; null where nothing else is shown. */
  readonly byUrl: string | null;
  /** What was decided on the same comment; null where there are several, or where nothing else is shown. */
  readonly commentUrl: string | null;
  /** What was done to how many: "3 comments: held → spam". */
  readonly title: string;
  /** By which rules, or by hand, they stood there; null where they were published at once. */
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

export function actView(act: readonly [Decision, ...Decision[]], { emails, filter, url, now }: ActParts): ActView {
  const [{ batch, at, moderatorId, commentId, undoes }] = act;
  return {
    batch,
    at: momentView(at, now),
    by: emails.get(moderatorId) ?? null,
    byUrl: filter.moderatorId === null ? url({ ...filter, moderatorId }) : null,
    commentUrl: filter.commentId === null && act.length === 1 ? url({ ...filter, commentId }) : null,
    title: titleOf(act),
    why: whyOf(act),
    isUndo: undoes !== null,
    canUndo: act[0].act !== 'erase',
  };
}

const labels: Record<Status, string> = { pending: 'held', approved: 'approved', spam: 'spam', trash: 'trash' };

function titleOf(act: readonly [Decision, ...Decision[]]): string {
  const [first] = act;
  const names = (pick: (each: Decision) => Status): string =>
    [...new Set(act.map((each) => labels[pick(each)]))].join(', ');
  if (first.act === 'reply')
    return act.length === 1 ? '1 reply published' : '1 reply published, what it answers approved';
  const comments = act.length === 1 ? '1 comment' : `${act.length} comments`;
  return `${comments}: ${whatOf(first, `${names(({ from }) => from)} → ${names(({ to }) => to)}`)}`;
}

function whyOf(act: readonly Decision[]): string | null {
  const rules = new Set(act.flatMap(({ rule }) => rule ?? []));
  return rules.size === 0 ? null : [...rules].map((rule) => (rule === 'hand' ? 'by hand' : ruleLabel(rule))).join(', ');
}
