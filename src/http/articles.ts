import type { Request, RequestHandler, Response } from 'express';
import type { ArticleSource } from '../articles/article.ts';
import { CommentsError } from '../comments/error.ts';
import { type ArticlePageParts, freshReply, issueSum, type ShowArticle } from './article-page.ts';
import { articleUrl } from './article-view.ts';
import { dayView } from './time-view.ts';
import type { ArticleListView } from './view.ts';

export interface ArticleParts extends ArticlePageParts {
  readonly articles: ArticleSource;
  readonly showArticle: ShowArticle;
  readonly delivery: 'inline' | 'deferred';
}

/** The pages readers come for. */
export function articleRoutes(parts: ArticleParts) {
  const { articles, discussion, captcha, show, keyed, showArticle, delivery } = parts;

  const list: RequestHandler = async (req, res) => {
    const replies = await discussion.counts();
    const fields: ArticleListView = {
      articles: articles.list().map((article) => ({
        url: articleUrl(req, article),
        section: article.section,
        title: article.title,
        author: article.author,
        date: dayView(article.date),
        replies: replies.get(article.slug) ?? 0,
        open: article.comments === 'open',
      })),
    };
    res.set('Cache-Control', res.locals.moderator ? 'private, no-store' : 'public, no-cache');
    show(req, res, { view: 'articles/index', title: 'Articles' }, fields);
  };

  const read: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'There is no article at this address.');
    const asks = delivery === 'inline' && article.comments === 'open' && req.method === 'GET';
    setCaching(req, res, delivery);
    const challenge = asks ? await issueSum(req, captcha, keyed, article) : null;
    const form = article.comments === 'open' ? { typed: freshReply(req), problems: [], notice: null, challenge } : null;
    await showArticle(req, res, article, form);
  };

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
