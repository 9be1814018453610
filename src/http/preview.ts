import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import { closableOf } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { statusOf } from './errors.ts';
import { readBody } from './form.ts';
import type { Posting } from './mending.ts';
import { visitorOf } from './session.ts';

/** Shows a text as readers will see it. Nothing is stored, and no sum is spent. */
export function previewRoutes({ articles, closing, issuing, previewing, keyed, showArticle }: ArticleParts) {
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
    const shown = await previewing.previewOf(body, visitor).catch(tooMany);
    if (typeof shown === 'string') return showArticle(req, res, article, { ...form, problems: [], preview: shown });
    res.set('Retry-After', String(shown.retryAfter));
    const problems = [{ field: null, message: shown.said }];
    return showArticle(req, res, article, { ...form, problems }, statusOf[shown.code]);
  }

  /** The preview alone, for a script that shows it while one types. A POST, so that no other site's page can ask. */
  const fragment: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'article.missing');
    const closed = await closing.closed(closableOf(article));
    if (closed) throw new CommentsError('not-found', closed.sentence);
    const { body, problem } = readBody(req.body);
    if (problem !== null) throw new CommentsError('invalid', problem);
    const html = await previewing.previewOf(body, visitorOf(req, keyed));
    res.render('comments/preview', { comment: { html }, focused: false });
  };

  return { page, fragment };
}

function tooMany(error: unknown): CommentsError {
  if (error instanceof CommentsError) return error;
  throw error;
}
