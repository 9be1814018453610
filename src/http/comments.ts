import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Closed } from '../comments/closing.ts';
import type { Comment, Draft } from '../comments/comment.ts';
import { CommentsError } from '../comments/error.ts';
import { landingUrl } from './article-links.ts';
import { articleUrl, closableOf, threadOf } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { isOurFault } from './errors.ts';
import { readReplyForm } from './form.ts';
import { isId } from './id.ts';
import { languageOf } from './language.ts';
import { forgetVisits } from './last-visit.ts';
import { createMending, type Posting } from './mending.ts';
import { previewRoutes } from './preview.ts';
import { carryReceipt } from './receipt-cookie.ts';
import { remember, remembered, tokenFor } from './remember.ts';
import { closedMeanwhile } from './sentences.ts';
import { isKept, visitorOf } from './session.ts';

export interface CommentParts extends ArticleParts {
  readonly secure: boolean;
  readonly isUnavailable: (error: unknown) => boolean;
}

/** Posting: whatever happens, what was typed comes back or is stored. */
export function commentRoutes(parts: CommentParts) {
  const { articles, closing, discussion, following, keyed, isUnavailable } = parts;
  const mending = createMending(parts);
  const preview = previewRoutes(parts);

  const post: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'article.missing');
    const { typed, draft, problems } = readReplyForm(req.body);
    const posting: Posting = { req, res, article, typed };
    const closed = await closing.closed(closableOf(article));
    if (closed) return answerClosed(posting, draft, closed);
    if (req.body?.preview !== undefined) return preview.page(posting);
    if (req.body?.another !== undefined) return mending.another(posting);
    if (!draft) return mending.withSameSum(posting, 422, problems);
    try {
      const posted = await discussion.post(...submissionOf(posting, draft));
      if (posted.outcome === 'refused') return mending.refused(posting, posted.verdict);
      const remembering = typed.remember ? { author: draft.author, token: tokenOf(posting) } : null;
      remember(req, res, remembering, keyed);
      if (!remembering) forgetVisits(req, res);
      const { comment, receipt } = posted;
      const mailed = following.offered && draft.follow === true;
      if (receipt !== null) carryReceipt(req, res, { commentId: comment.id, token: receipt, mailed });
      await leadTo(posting, comment);
    } catch (error) {
      if (!(error instanceof CommentsError)) throw error;
      await mending.failed(posting, error);
    }
  };

  /** Closed since it was stored: whoever sends it again is led to it all the same. */
  async function answerClosed(posting: Posting, draft: Draft | null, closed: Closed): Promise<void> {
    const stored = draft && (await discussion.storedBy(...submissionOf(posting, draft)));
    return stored ? leadTo(posting, stored) : mending.withoutSum(posting, 403, closedMeanwhile(closed));
  }

  /** The token that this device has, or is to have. */
  const tokenOf = ({ req }: Posting): string => remembered(req, keyed)?.token ?? tokenFor(req.body?.challenge, keyed);

  function submissionOf(posting: Posting, draft: Draft): Parameters<typeof discussion.post> {
    const { req, res, article, typed } = posting;
    const { challenge: id, response, unable } = req.body;
    // Unticked, the comment is not to be linked with others.
    const known = { ...visitorOf(req, keyed, tokenOf(posting)), ...(!typed.remember && { author: null }) };
    const visitor = { ...known, language: languageOf(res) };
    return [threadOf(article), draft, visitor, { id, response, unable: unable !== undefined }];
  }

  /** Whatever broke, and were it the session: the form alone can still be shown, and sent again. */
  const broken: ErrorRequestHandler = (error: unknown, req, res, next) => {
    const slug = req.method === 'POST' && isOurFault(error) ? postingPath.exec(req.path)?.[1] : undefined;
    const article = slug === undefined ? undefined : articles.find(slug);
    if (!article || res.headersSent) return next(error);
    const posting = { req, res, article, typed: readReplyForm(req.body).typed };
    mending.broken(posting, error, isUnavailable(error) ? 503 : 500);
  };

  async function leadTo(
    { req, res, article }: Pick<Posting, 'req' | 'res' | 'article'>,
    comment: Comment,
  ): Promise<void> {
    res.redirect(303, landingUrl(articleUrl(req, article), await discussion.landingOf(comment), comment.id));
  }

  /** The lasting address of a comment leads to it, on whichever page it stands now. */
  const permalink: RequestHandler<{ slug: string; id: string }> = async (req, res) => {
    const { slug, id } = req.params;
    const article = articles.find(slug);
    const visitor = isKept(req) ? visitorOf(req, keyed) : null;
    const comment = article && isId(id) ? await discussion.find(slug, id, visitor) : undefined;
    if (!article || !comment) throw new CommentsError('not-found', 'comment.missing');
    await leadTo({ req, res, article }, comment);
  };

  return { post, permalink, preview: preview.fragment, broken };
}

/** An error handler is no route: it has to look for itself where the request went. */
const postingPath = /^\/articles\/([^/]+)\/comments$/;
