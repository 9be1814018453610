import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import { toSafeHtml } from '../comments/markup.ts';
import { closableOf } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { readBody } from './form.ts';
import type { Posting } from './mending.ts';
import { visitorOf } from './session.ts';

/** Shows a text as readers will see it. Nothing is stored, and neither a sum nor a budget is spent. */
export function previewRoutes({ articles, closing, issuing, keyed, showArticle }: ArticleParts) {
  /** The form as it came, with the same sum, below the preview of its text or what is to be mended in it. */
  async function page(posting: Posting): Promise<void> {
    const { req, res, article, typed } = posting;
    const visitor = visitorOf(req, keyed);
    const { body, problem } = readBody(req.body);
    const challenge = (await issuing.find(visitor, article.slug, req.body?.challenge)) ?? null;
    const excused = challenge !== null && (await issuing.isKnown(visitor, 'kept'));
    const form = { typed, notice: null, challenge, excused };
    if (problem !== null)
      return showArticle(req, res, article, { ...form, problems: [{ field: 'body', message: problem }] }, 422);
    return showArticle(req, res, article, { ...form, problems: [], preview: toSafeHtml(body) });
  }

  /** The preview alone, for a script that shows it while one types. A POST, so that no other site's page can ask. */
  const fragment: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'article.missing');
    const closed = await closing.closed(closableOf(article));
    if (closed) throw new CommentsError('not-found', closed.sentence);
    const { body, problem } = readBody(req.body);
    if (problem !== null) throw new CommentsError('invalid', problem);
    res.render('comments/preview', { comment: { html: toSafeHtml(body) }, focused: false });
  };

  return { page, fragment };
}
