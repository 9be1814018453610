import type { Request, RequestHandler, Response } from 'express';
import type { Learned, Learning } from '../comments/learning/filter.ts';
import type { FilterView } from './filter-view.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';

export interface FilterPageParts {
  readonly learning: Pick<Learning, 'state' | 'reset'>;
  readonly show: ShowPage;
  readonly now: () => number;
}

const unsure = 'Tick the box to say that everything learned is to be forgotten. Nothing was changed.';

/** What the learning filter knows, and how to start it again. */
export function filterRoutes({ learning, show, now }: FilterPageParts) {
  const page: RequestHandler = async (req, res) => {
    const notice = req.query.done === 'reset' ? 'Everything learned was forgotten. New decisions teach anew.' : null;
    await showPage(req, res, { notice, problems: [] });
  };

  const reset: RequestHandler = async (req, res) => {
    if (req.body?.sure !== 'yes') {
      await showPage(req, res, { notice: null, problems: [{ field: 'sure', message: unsure }] });
      return;
    }
    await learning.reset();
    res.redirect(303, `${req.baseUrl}/moderation/filter?done=reset`);
  };

  type Said = Pick<FilterView, 'notice' | 'problems'>;

  async function showPage(req: Request, res: Response, said: Said): Promise<void> {
    const wrong = said.problems.length > 0;
    const action = `${req.baseUrl}/moderation/filter/reset`;
    const fields: FilterView = { ...learnedView(await learning.state(), now()), ...said, action };
    const title = `${wrong ? 'Error: ' : ''}Filter · Moderation`;
    show(req, res, { view: 'moderation/filter', title, status: wrong ? 422 : 200 }, fields);
  }

  return { page, reset };
}

function learnedView(learned: Learned, now: number): Omit<FilterView, 'notice' | 'problems' | 'action'> {
  const { spam, honest, needed, tokens, held, behind, resetAt, strongest } = learned;
  const knows = spam >= needed && honest >= needed;
  const kinds = [
    { id: 'speaks-for-spam', heading: 'What speaks most for spam', words: strongest.spam },
    { id: 'speaks-against', heading: 'What speaks most for honest comments', words: strongest.honest },
  ];
  return {
    spam,
    honest,
    needed,
    tokens,
    held,
    behind,
    resetAt: resetAt === null ? null : momentView(resetAt, now),
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
