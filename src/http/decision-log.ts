import type { RequestHandler } from 'express';
import type { LogFilter } from '../comments/decision.ts';
import type { Translate } from '../messages/translator.ts';
import { type ActView, actsOf, actView, type UrlOf } from './act-view.ts';
import { type ContestedParts, contested, othersIn } from './contested.ts';
import { type DoneView, doneView } from './done-view.ts';
import { translatorOf } from './language.ts';
import { logFilterOf, logPairsOf } from './log-filter.ts';
import type { ShowPage } from './pages.ts';
import { type FieldView, fieldsOf, queryOf } from './pairs.ts';
import type { OtherView } from './queue-view.ts';

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

export interface LogPageParts extends ContestedParts {
  readonly show: ShowPage;
}

/** What was decided, by whom, and the way back. */
export function logPage(parts: LogPageParts): RequestHandler {
  const { moderation, signIn, show, now } = parts;
  return async (req, res) => {
    const translator = translatorOf(res);
    const { t } = translator;
    const before = /^\d{1,15}$/.test(String(req.query.before)) ? Number(req.query.before) : null;
    const filter = logFilterOf(req.query);
    const { items, next } = await moderation.log(before, filter);
    const emails = new Map<string, string | null>();
    for (const id of new Set([...items.map(({ moderatorId }) => moderatorId), filter.moderatorId ?? '']))
      emails.set(id, (await signIn.byId(id))?.email ?? null);
    const url = urlsOf(`${req.baseUrl}/moderation/log`);
    const fields: LogView = {
      ...doneView(req, t),
      undoAction: `${req.baseUrl}/moderation/undo`,
      acts: actsOf(items).map((act) => actView(act, { emails, filter, url, now: now(), translator })),
      partly: filter.commentId !== null,
      chips: chipsOf(filter, emails, url, t),
      clear: `${req.baseUrl}/moderation/log`,
      kept: fieldsOf([['status', 'log'], ...logPairsOf(filter)]),
      others: await contested(req, othersIn(req), null, { ...parts, translator }),
      first: before === null ? null : url(filter),
      next: next === null ? null : url(filter, next),
    };
    show(req, res, { view: 'moderation/log', title: t('log.title') }, fields);
  };
}

const urlsOf =
  (path: string): UrlOf =>
  (filter, before) => {
    const pairs = [...logPairsOf(filter), ...(before === undefined ? [] : [['before', String(before)] as const])];
    const query = queryOf(pairs);
    return query === '' ? path : `${path}?${query}`;
  };

function chipsOf(
  filter: LogFilter,
  emails: ReadonlyMap<string, string | null>,
  url: UrlOf,
  t: Translate,
): LogView['chips'] {
  const { moderatorId, commentId } = filter;
  return [
    ...(moderatorId === null
      ? []
      : [
          {
            label: t('log.chipBy'),
            text: emails.get(moderatorId) ?? t('log.gone'),
            url: url({ moderatorId: null, commentId }),
          },
        ]),
    ...(commentId === null
      ? []
      : [{ label: t('log.chipOn'), text: t('log.oneComment'), url: url({ moderatorId, commentId: null }) }]),
  ];
}
