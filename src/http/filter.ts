import type { Request, RequestHandler, Response } from 'express';
import type { Learned, Learning, Telling } from '../comments/learning/filter.ts';
import { inWords } from '../comments/learning/wording.ts';
import type { Translator } from '../messages/translator.ts';
import { doneNotice } from './done-notice.ts';
import type { FilterView } from './filter-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';

export interface FilterPageParts {
  readonly learning: Pick<Learning, 'state' | 'reset'>;
  readonly show: ShowPage;
  readonly now: () => number;
}

/** What the learning filter knows, and how to start it again. */
export function filterRoutes({ learning, show, now }: FilterPageParts) {
  const page: RequestHandler = async (req, res) => {
    const notice = doneNotice(req, { reset: 'filter.forgotten' }, translatorOf(res));
    await showPage(req, res, { notice, problems: [] });
  };

  const reset: RequestHandler = async (req, res) => {
    if (req.body?.sure !== 'yes') {
      const message = translatorOf(res).t('filter.unsure');
      await showPage(req, res, { notice: null, problems: [{ field: 'sure', message }] });
      return;
    }
    await learning.reset();
    res.redirect(303, `${req.baseUrl}/moderation/filter?done=reset`);
  };

  type Said = Pick<FilterView, 'notice' | 'problems'>;

  async function showPage(req: Request, res: Response, said: Said): Promise<void> {
    const translator = translatorOf(res);
    const wrong = said.problems.length > 0;
    const action = `${req.baseUrl}/moderation/filter/reset`;
    const fields: FilterView = { ...learnedView(await learning.state(), now(), translator), ...said, action };
    const title = translator.t('filter.title');
    show(req, res, { view: 'moderation/filter', title, wrong, status: wrong ? 422 : 200 }, fields);
  }

  return { page, reset };
}

type LearnedView = Omit<FilterView, 'notice' | 'problems' | 'action'>;

function learnedView(learned: Learned, now: number, translator: Translator): LearnedView {
  const { t, locale } = translator;
  const { spam, honest, needed, tokens, held, behind, resetAt, strongest } = learned;
  const number = new Intl.NumberFormat(locale);
  const knows = spam >= needed && honest >= needed;
  const words = (telling: readonly Telling[]) =>
    telling.map(({ token, spam, honest }) => ({
      word: inWords(token, t),
      spam: number.format(spam),
      honest: number.format(honest),
    }));
  const kinds = [
    { id: 'speaks-for-spam', heading: t('filter.forSpam'), words: words(strongest.spam) },
    { id: 'speaks-against', heading: t('filter.forHonest'), words: words(strongest.honest) },
  ];
  return {
    soFar: knows ? null : t('filter.soFar', { spam, honest, needed }),
    behind: behind > 0 ? t('filter.behind', { count: behind }) : null,
    totals: [
      { label: t('filter.spam'), value: number.format(spam) },
      { label: t('filter.honest'), value: number.format(honest) },
      { label: t('filter.tokens'), value: number.format(tokens) },
      { label: t('filter.held'), value: number.format(held) },
    ],
    resetAt: resetAt === null ? null : momentView(resetAt, now, translator),
    strongest: knows ? kinds : [],
  };
}

/** Once a moderator has been answered, what they decided teaches the filter; they do not wait for it. */
export function afterwards(learn: () => void): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'POST') res.once('close', learn);
    next();
  };
}
