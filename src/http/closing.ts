import type { Request, RequestHandler, Response } from 'express';
import type { Article, ArticleSource } from '../articles/article.ts';
import { type Closing, mostDays } from '../comments/closing.ts';
import { CommentsError } from '../comments/error.ts';
import type { Translate } from '../messages/translator.ts';
import { articleUrl, closableOf, threadOf } from './article-view.ts';
import { type ClosingView, stateOf } from './closing-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import type { ToldView } from './told-view.ts';

export interface ClosingPageParts {
  readonly closing: Closing;
  readonly articles: ArticleSource;
  readonly show: ShowPage;
}

/** Where replies can be posted, and what moderators say about it. */
export function closingRoutes({ closing, articles, show }: ClosingPageParts) {
  const page: RequestHandler = async (req, res) => showClosing(req, res, null);

  /** Closes one thread, or opens it again. */
  const thread: RequestHandler = async (req, res) => {
    const article = typeof req.body?.article === 'string' ? articles.find(req.body.article) : undefined;
    if (!article) throw new CommentsError('not-found', 'closing.gone');
    const act = (['close', 'open'] as const).find((known) => known === req.body.act);
    if (!act) throw new CommentsError('invalid', 'closing.chooseAct');
    await closing[act](threadOf(article));
    if (req.body.back === 'article') return res.redirect(303, `${articleUrl(req, article)}#replies`);
    back(req, res, `done=${act}&article=${article.slug}`);
  };

  /** Sets after how many days every thread closes by itself; nothing typed means never. */
  const closeAfter: RequestHandler = async (req, res) => {
    const typed = typeof req.body?.days === 'string' ? req.body.days.trim() : '';
    const days = typed === '' ? null : Number(typed);
    if (days !== null && !(/^\d{1,4}$/.test(typed) && days >= 1 && days <= mostDays))
      return showClosing(req, res, typed);
    const { afterDays } = await closing.overview();
    await closing.closeAfter(days);
    back(req, res, `done=age&before=${afterDays ?? ''}`);
  };

  /** Makes the whole site read-only, or opens it again. */
  const freeze: RequestHandler = async (req, res) => {
    const act = (['freeze', 'thaw'] as const).find((known) => known === req.body?.act);
    if (!act) throw new CommentsError('invalid', 'closing.chooseSite');
    await closing[act]();
    back(req, res, `done=${act}`);
  };

  /** `wrongDays`: what was typed and is no number of days. */
  async function showClosing(req: Request, res: Response, wrongDays: string | null): Promise<void> {
    const { t } = translatorOf(res);
    const { afterDays, frozenSince, closedIfThawed } = await closing.overview();
    const url = urlOf(req);
    const fields: ClosingView = {
      told: wrongDays === null ? toldOf(req, afterDays, t) : null,
      problem: wrongDays === null ? null : t('closing.daysWrong', { most: mostDays }),
      freeze: { action: `${url}/freeze`, frozen: frozenSince !== null },
      age: { action: `${url}/age`, days: wrongDays ?? String(afterDays ?? '') },
      action: url,
      articles: articles.list().map((article) => {
        const { state, act } = stateOf(closedIfThawed(closableOf(article)));
        return { slug: article.slug, title: article.title, url: articleUrl(req, article), state: t(state), act };
      }),
    };
    const status = wrongDays === null ? 200 : 422;
    show(req, res, { view: 'moderation/closing', title: t('closing.title'), status }, fields);
  }

  /** From the address that an act has led to. */
  function toldOf(req: Request, afterDays: number | null, t: Translate): ToldView | null {
    const { done, article: slug, before } = req.query;
    const url = urlOf(req);
    const article = typeof slug === 'string' ? articles.find(slug) : undefined;
    if ((done === 'close' || done === 'open') && article) return toldOfThread(done, article, url, t);
    if (done === 'freeze' || done === 'thaw') return toldOfSite(done, url, t);
    if (done !== 'age' || typeof before !== 'string' || !/^\d{0,4}$/.test(before)) return null;
    const notice = afterDays === null ? t('closing.ageNever') : t('closing.ageSet', { days: afterDays });
    const fields = [{ name: 'days', value: before }];
    return { notice, undo: { action: `${url}/age`, label: t('closing.undo'), fields } };
  }

  return { page, thread, closeAfter, freeze };
}

const urlOf = (req: Request): string => `${req.baseUrl}/moderation/closing`;

const back = (req: Request, res: Response, told: string): void => res.redirect(303, `${urlOf(req)}?${told}`);

function toldOfThread(done: 'close' | 'open', { slug, title }: Article, action: string, t: Translate): ToldView {
  const act = done === 'close' ? 'open' : 'close';
  const fields = [
    { name: 'article', value: slug },
    { name: 'act', value: act },
  ];
  const notice = t(done === 'close' ? 'closing.closed' : 'closing.opened', { title });
  return { notice, undo: { action, label: t(act === 'open' ? 'closing.openAgain' : 'closing.closeAgain'), fields } };
}

function toldOfSite(done: 'freeze' | 'thaw', url: string, t: Translate): ToldView {
  const act = done === 'freeze' ? 'thaw' : 'freeze';
  const notice = t(done === 'freeze' ? 'closing.frozen' : 'closing.thawed');
  const label = t(act === 'thaw' ? 'closing.thaw' : 'closing.freezeAgain');
  return { notice, undo: { action: `${url}/freeze`, label, fields: [{ name: 'act', value: act }] } };
}
