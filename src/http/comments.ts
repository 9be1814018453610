import type { RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import { articleUrl } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { readReplyForm } from './form.ts';
import { createMending, type Posting } from './mending.ts';
import { remember } from './remember.ts';
import { closed } from './sentences.ts';
import { visitorOf } from './session.ts';

export interface CommentParts extends ArticleParts {
  readonly secure: boolean;
  readonly isUnavailable: (error: unknown) => boolean;
}

/** Posting: whatever happens, what was typed comes back or is stored. */
export function commentRoutes(parts: CommentParts) {
  const { articles, discussion, keyed, secure, isUnavailable } = parts;
  const mending = createMending(parts);

  const post: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'There is no article at this address.');
    const { typed, draft, problems } = readReplyForm(req.body);
    const posting: Posting = { req, res, article, typed };
    try {
      if (article.comments === 'closed') return await mending.withoutSum(posting, 403, closed);
      if (req.body?.another !== undefined) return await mending.withNewSum(posting, { status: 200, problems: [] });
      if (!draft) return await mending.withSameSum(posting, 422, problems);

      const thread = { key: article.slug, url: `/articles/${article.slug}`, title: article.title };
      const { challenge: id, response, unable } = req.body;
      const visitor = visitorOf(req, keyed);
      const posted = await discussion.post(thread, draft, visitor, { id, response, unable: unable !== undefined });
      if (posted.outcome === 'refused') return await mending.refused(posting, posted.verdict);

      remember(req, res, typed, secure);
      const page = await discussion.pageOf(posted.comment);
      res.redirect(303, `${articleUrl(req, article)}${page ? `?from=${page}` : ''}#comment-${posted.comment.id}`);
    } catch (error) {
      if (error instanceof CommentsError) return mending.failed(posting, error);
      if (isUnavailable(error)) return mending.unavailable(posting, error);
      throw error;
    }
  };

  return { post };
}
