import type { Request, RequestHandler, Response } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import type { Closing } from '../comments/closing.ts';
import { CommentsError } from '../comments/error.ts';
import type { Issuing } from '../comments/issuing.ts';
import type { Previewing } from '../comments/previewing.ts';
import { siteFeedLink } from './article-links.ts';
import { type ArticlePageParts, freshReply, type ShowArticle } from './article-page.ts';
import { articleUrl, closableOf } from './article-view.ts';
import { askSum } from './asking.ts';
import { translatorOf } from './language.ts';
import { isKept, visitorOf } from './session.ts';
import { dayView } from './time-view.ts';
import type { ArticleListView } from './view.ts';

export interface ArticleParts extends ArticlePageParts {
  readonly articles: ArticleSource;
  readonly closing: Closing;
  readonly issuing: Issuing;
  readonly previewing: Previewing;
  readonly showArticle: ShowArticle;
  readonly delivery: 'inline' | 'deferred';
}

/** The pages readers come for. */
export function articleRoutes(parts: ArticleParts) {
  const { articles, closing, discussion, issuing, show, keyed, showArticle, delivery } = parts;

  const list: RequestHandler = async (req, res) => {
    const translator = translatorOf(res);
    const replies = await discussion.counts();
    const { closed } = await closing.overview();
    const fields: ArticleListView = {
      articles: articles.list().map((article) => ({
        url: articleUrl(req, article),
        section: article.section,
        language: article.language ?? parts.language,
        title: article.title,
        author: article.author,
        date: dayView(article.date, translator),
        replies: replies.get(article.slug) ?? 0,
        open: closed(closableOf(article)) === null,
      })),
    };
    res.set('Cache-Control', res.locals.moderator ? 'private, no-store' : 'public, no-cache');
    const { t } = translator;
    const links = [siteFeedLink(req.baseUrl, t)];
    show(req, res, { view: 'articles/index', title: t('list.articles'), links }, fields);
  };

  const read: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'article.missing');
    setCaching(req, res, delivery);
    const closed = await closing.closed(closableOf(article));
    if (closed) return showArticle(req, res, article, closed);
    const asked = (await asks(req)) ? await askSum(req, res, parts, article, { posting: false }) : null;
    const sum = asked?.outcome === 'asked' ? asked : { challenge: null, excused: false };
    await showArticle(req, res, article, { typed: freshReply(req, keyed), problems: [], notice: null, ...sum });
  };

  /** Where the form asks for its sum itself, a known author has none to ask for: the ticket comes with the page. */
  async function asks(req: Request): Promise<boolean> {
    if (req.method !== 'GET') return false;
    if (delivery === 'inline') return true;
    return req.headers.cookie !== undefined && issuing.isKnown(visitorOf(req, keyed), isKept(req) ? 'kept' : 'new');
  }

  return { list, read };
}

/**
 * A page with a sum, or made for one visitor, is nobody else's. Without either it may be kept by a cache, as long as
 * the cache tells visitors with a cookie from those without.
 */
function setCaching(req: Request, res: Response, delivery: 'inline' | 'deferred'): void {
  res.vary('Cookie');
  res.set('Cache-Control', delivery === 'inline' || req.headers.cookie ? 'private, no-store' : 'public, no-cache');
}
