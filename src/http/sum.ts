import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import { freshReply, plainFormView } from './article-page.ts';
import { articleUrl, closableOf } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { askSum } from './asking.ts';
import { translatorOf } from './language.ts';
import { tooManySums } from './sentences.ts';

/**
 * The sum alone, for a script to put into a form that came without one. A POST: no crawler asks for it, and no other
 * site's page can.
 */
export function sumRoute(parts: ArticleParts): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    const article = parts.articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'article.missing');
    const closed = await parts.closing.closed(closableOf(article));
    if (closed) throw new CommentsError('not-found', closed.sentence);
    const asked = await askSum(req, res, parts, article, { posting: false });
    if (asked.outcome === 'too-many')
      throw new CommentsError('too-many', tooManySums(asked.retryAfter), asked.retryAfter);
    const { challenge, excused } = asked;
    const { t, tag } = translatorOf(res);
    const state = { typed: freshReply(req, parts.keyed), problems: [], notice: null, challenge, excused };
    res.render('comments/sum', {
      form: plainFormView(articleUrl(req, article), state, { offersMail: false, t }),
      language: tag,
    });
  };
}
