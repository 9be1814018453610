import type { Request, RequestHandler, Response } from 'express';
import type { Article } from '../articles/article.ts';
import { type Posted, purposeOf } from '../comments/discussion.ts';
import { CommentsError } from '../comments/error.ts';
import { type FormState, issueSum, plainFormView } from './article-page.ts';
import { articleUrl } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { cookieOf } from './cookie.ts';
import { readReplyForm } from './form.ts';
import type { Problem, ReplyField, RetryView, TypedReply } from './form-view.ts';
import { remember } from './remember.ts';
import { closed, cookiesNeeded, oneMoreStep, refusals } from './sentences.ts';
import { sessionCookieName, visitorOf } from './session.ts';

export interface CommentParts extends ArticleParts {
  readonly secure: boolean;
  readonly isUnavailable: (error: unknown) => boolean;
}

/** Seconds after which a visitor may try again when the database is away. */
const retryAfter = 5;

/** Posting: whatever happens, what was typed comes back or is stored. */
export function commentRoutes(parts: CommentParts) {
  const { articles, discussion, captcha, show, keyed, showArticle, secure, isUnavailable } = parts;

  const post: RequestHandler<{ slug: string }> = async (req, res) => {
    const article = articles.find(req.params.slug);
    if (!article) throw new CommentsError('not-found', 'There is no article at this address.');
    const { typed, draft, problems } = readReplyForm(req.body);
    const asTyped = { typed, problems: [], notice: null, challenge: null };
    try {
      if (article.comments === 'closed')
        return await showArticle(req, res, article, { ...asTyped, problems: [closed] }, 403);
      if (req.body?.another !== undefined) return await mend(req, res, article, typed, { status: 200, problems: [] });
      if (!draft) return await mendFields(req, res, article, typed, problems);

      const thread = { key: article.slug, url: `/articles/${article.slug}`, title: article.title };
      const ticket = { id: req.body.challenge, response: req.body.response };
      const posted = await discussion.post(thread, draft, visitorOf(req, keyed), ticket);
      if (posted.outcome === 'refused') return await refuse(req, res, article, typed, posted);

      remember(req, res, typed, secure);
      const page = await discussion.pageOf(posted.comment);
      res.redirect(303, `${articleUrl(req, article)}${page ? `?from=${page}` : ''}#comment-${posted.comment.id}`);
    } catch (error) {
      if (error instanceof CommentsError && error.code === 'invalid') {
        return mendFields(req, res, article, { ...typed, parentId: '' }, [{ field: null, message: error.message }]);
      }
      if (isUnavailable(error)) return showRetry(req, res, article, asTyped, error);
      throw error;
    }
  };

  /** Something but the sum is to be mended: the same sum stays, with the answer already typed. */
  async function mendFields(
    req: Request,
    res: Response,
    article: Article,
    typed: TypedReply,
    problems: readonly Problem<ReplyField>[],
  ): Promise<void> {
    const session = visitorOf(req, keyed).id;
    const kept = await captcha.find({ id: req.body?.challenge, session, purpose: purposeOf(article.slug) });
    if (!kept) return mend(req, res, article, typed, { status: 422, problems });
    await showArticle(req, res, article, { typed, problems, notice: null, challenge: kept }, 422);
  }

  /** The challenge is spent, or there was none: a new sum, and the sentence that says what to do. */
  async function refuse(
    req: Request,
    res: Response,
    article: Article,
    typed: TypedReply,
    posted: Posted,
  ): Promise<void> {
    if (posted.outcome !== 'refused') return;
    const { verdict } = posted;
    const firstIssuedAt = 'challenge' in verdict ? verdict.challenge.firstIssuedAt : undefined;
    const deferred = verdict.outcome === 'unknown' && !req.body.challenge && parts.delivery === 'deferred';
    if (deferred) return mend(req, res, article, typed, { status: 422, problems: [], notice: oneMoreStep });
    const message = verdict.outcome === 'unknown' && !hasCookie(req) ? cookiesNeeded : refusals[verdict.outcome];
    return mend(req, res, article, typed, { status: 422, problems: [{ field: 'response', message }], firstIssuedAt });
  }

  interface Mending {
    readonly status: number;
    readonly problems: readonly Problem<ReplyField>[];
    readonly notice?: string;
    readonly firstIssuedAt?: number | undefined;
  }

  /** The form again with a new sum; the one before, if it is still good, is spent for it and its think time kept. */
  async function mend(
    req: Request,
    res: Response,
    article: Article,
    typed: TypedReply,
    mending: Mending,
  ): Promise<void> {
    const firstIssuedAt = mending.firstIssuedAt ?? (await spend(req, article));
    const challenge = await issueSum(req, captcha, keyed, article, firstIssuedAt);
    const form = {
      typed: { ...typed, response: '' },
      problems: mending.problems,
      notice: mending.notice ?? null,
      challenge,
    };
    await showArticle(req, res, article, form, mending.status);
  }

  async function spend(req: Request, article: Article): Promise<number | undefined> {
    const session = visitorOf(req, keyed).id;
    const purpose = purposeOf(article.slug);
    const verdict = await captcha.check({ id: req.body?.challenge, session, purpose, response: '' });
    return 'challenge' in verdict ? verdict.challenge.firstIssuedAt : undefined;
  }

  function hasCookie(req: Request): boolean {
    return cookieOf(req, sessionCookieName(secure)) !== undefined;
  }

  /** The database is away and nothing can be read either: a page with the form alone, its ticket still good. */
  function showRetry(req: Request, res: Response, article: Article, form: FormState, error: unknown): void {
    req.log.error({ err: error }, 'reply could not be stored');
    const url = articleUrl(req, article);
    const challenge = String(req.body?.challenge ?? '');
    const fields: RetryView = {
      form: { ...plainFormView(url, form), ticket: { challenge, response: form.typed.response } },
      article: { title: article.title, url },
    };
    res.set('Retry-After', String(retryAfter));
    show(req, res, { view: 'comments/retry', title: 'Error: Your reply could not be saved', status: 503 }, fields);
  }

  return { post };
}
