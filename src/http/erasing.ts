import type { Request, RequestHandler, Response } from 'express';
import { type Erasing, type Loss, mostErased } from '../comments/erasing.ts';
import { CommentsError } from '../comments/error.ts';
import { message } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { type Problem, type SaidProblem, sayProblems } from './form-view.ts';
import { isId } from './id.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

export interface ErasingPageParts {
  readonly erasing: Erasing;
  readonly show: ShowPage;
  readonly now: () => number;
}

/** views/moderation/erase.ejs: what will be lost, and the question whether that is meant. */
export interface EraseView {
  readonly action: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly html: string;
    readonly at: TimeView;
    readonly article: { readonly title: string; readonly url: string };
    readonly answers: number;
    readonly leavesPlace: boolean;
  }[];
  readonly cancelUrl: string;
  readonly problems: readonly SaidProblem<'sure'>[];
}

/** Erasing for good asks again, on a page of its own, and shows everything that goes. */
export function erasingRoutes({ erasing, show, now }: ErasingPageParts) {
  const ask: RequestHandler = async (req, res) => showQuestion(req, res, idsOf(req.query.ids), []);

  const erase: RequestHandler = async (req, res) => {
    if (req.body?.clusters !== undefined) throw new CommentsError('invalid', 'erase.oneByOne');
    const ids = idsOf(req.body?.ids);
    if (req.body?.ask !== undefined) return showQuestion(req, res, ids, []);
    if (req.body?.sure !== 'yes') return showQuestion(req, res, ids, [unsure]);
    const erased = await erasing.erase(ids, res.locals.moderator.id);
    res.redirect(303, `${req.baseUrl}/moderation?status=trash&done=erase&moved=${erased}&left=0`);
  };

  async function showQuestion(
    req: Request,
    res: Response,
    ids: readonly string[],
    problems: readonly Problem<'sure'>[],
  ): Promise<void> {
    const losses = await erasing.losses(ids);
    if (losses.length === 0) throw new CommentsError('not-found', 'erase.nothing');
    const translator = translatorOf(res);
    const rows = losses.map((loss) => rowView(loss, req.baseUrl, now(), translator));
    const only = losses.length === 1 ? losses[0] : undefined;
    const cancelUrl = `${req.baseUrl}/moderation${only ? `/comments/${only.comment.id}` : '?status=trash'}`;
    const fields: EraseView = {
      action: `${req.baseUrl}/moderation/erase`,
      rows,
      cancelUrl,
      problems: sayProblems(problems, translator.t),
    };
    const wrong = problems.length > 0;
    const shown = { view: 'moderation/erase', title: translator.t('erase.title'), wrong };
    show(req, res, { ...shown, status: wrong ? 422 : 200 }, fields);
  }

  return { ask, erase };
}

const unsure: Problem<'sure'> = { field: 'sure', message: 'erase.unsure' };

function idsOf(field: unknown): readonly string[] {
  const given: readonly unknown[] = Array.isArray(field) ? field : [field];
  if (given.length > mostErased) throw new CommentsError('invalid', message('erase.atMost', { most: mostErased }));
  const ids = given.filter(isId);
  if (ids.length > 0) return ids;
  throw new CommentsError('invalid', 'erase.choose');
}

function rowView(
  { comment, thread, answers }: Loss,
  base: string,
  now: number,
  translator: Translator,
): EraseView['rows'][number] {
  const { id, author, html, createdAt, status } = comment;
  return {
    id,
    name: author.name,
    html,
    at: momentView(createdAt, now, translator),
    article: { title: thread.title, url: `${base}${thread.url}` },
    answers,
    leavesPlace: status === 'approved' || answers > 0,
  };
}
