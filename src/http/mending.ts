import type { Request, Response } from 'express';
import type { Article } from '../articles/article.ts';
import type { Verdict } from '../captcha/challenge.ts';
import { purposeOf } from '../comments/discussion.ts';
import type { CommentsError } from '../comments/error.ts';
import { issueSum, plainFormView } from './article-page.ts';
import { articleUrl } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { cookieOf } from './cookie.ts';
import { statusOf } from './errors.ts';
import type { Problem, ReplyField, RetryView, TypedReply } from './form-view.ts';
import { cookiesNeeded, oneMoreStep, refusals } from './sentences.ts';
import { sessionCookieName, visitorOf } from './session.ts';

/** One posted form that is not to be lost. */
export interface Posting {
  readonly req: Request;
  readonly res: Response;
  readonly article: Article;
  readonly typed: TypedReply;
}

/** With what the form is shown again. */
export interface Mending {
  readonly status: number;
  readonly problems: Problems;
  readonly notice?: string;
  readonly firstIssuedAt?: number | undefined;
}

type Problems = readonly Problem<ReplyField>[];

/** Seconds after which a visitor may try again when the database is away. */
const retryAfter = 5;

/** The ways in which the form comes back, every word as typed. */
export function createMending(parts: ArticleParts & { readonly secure: boolean }) {
  const { captcha, show, keyed, showArticle, secure, delivery } = parts;

  const formOf = ({ req, article }: Posting) => {
    const session = visitorOf(req, keyed).id;
    return { id: req.body?.challenge, session, purpose: purposeOf(article.slug) };
  };

  async function withoutSum(posting: Posting, status: number, problem: Problem<ReplyField>): Promise<void> {
    const { req, res, article, typed } = posting;
    await showArticle(req, res, article, { typed, problems: [problem], notice: null, challenge: null }, status);
  }

  /** Something but the sum is to be mended: the same sum stays, with the answer already typed. */
  async function withSameSum(posting: Posting, status: number, problems: Problems): Promise<void> {
    const { req, res, article, typed } = posting;
    const challenge = await captcha.find(formOf(posting));
    if (!challenge) return withNewSum(posting, { status, problems });
    await showArticle(req, res, article, { typed, problems, notice: null, challenge }, status);
  }

  /** A new sum; the one before, if it is still good, is spent for it and its think time kept. */
  async function withNewSum(posting: Posting, mending: Mending): Promise<void> {
    const { req, res, article } = posting;
    const firstIssuedAt = mending.firstIssuedAt ?? (await captcha.forgo(formOf(posting)))?.firstIssuedAt;
    const challenge = await issueSum(req, captcha, keyed, article, firstIssuedAt);
    const typed = { ...posting.typed, response: '' };
    const { problems, notice = null, status } = mending;
    await showArticle(req, res, article, { typed, problems, notice, challenge }, status);
  }

  /** The challenge is spent, or there was none: a new sum, and the sentence that says what to do. */
  async function refused(posting: Posting, verdict: Exclude<Verdict, { outcome: 'passed' }>): Promise<void> {
    const { outcome } = verdict;
    const { req } = posting;
    const firstIssuedAt = 'challenge' in verdict ? verdict.challenge.firstIssuedAt : undefined;
    if (outcome === 'unknown' && !req.body.challenge && delivery === 'deferred') {
      return withNewSum(posting, { status: 422, problems: [], notice: oneMoreStep });
    }
    const cookieless = outcome === 'unknown' && cookieOf(req, sessionCookieName(secure)) === undefined;
    const message = cookieless ? cookiesNeeded : refusals[outcome];
    return withNewSum(posting, { status: 422, problems: [{ field: 'response', message }], firstIssuedAt });
  }

  /** Nothing was taken or stored: the sum and its answer are still good. */
  async function failed(posting: Posting, error: CommentsError): Promise<void> {
    if (error.retryAfter) posting.res.set('Retry-After', String(error.retryAfter));
    const parentId = error.code === 'invalid' ? '' : posting.typed.parentId;
    const typed = { ...posting.typed, parentId };
    return withSameSum({ ...posting, typed }, statusOf[error.code], [{ field: null, message: error.message }]);
  }

  /** Nothing can be read either: a page with the form alone. Its ticket is still good, or leads to what it has stored. */
  function broken({ req, res, article, typed }: Posting, error: unknown, status: 500 | 503): void {
    req.log.error({ err: error }, 'reply could not be stored');
    const url = articleUrl(req, article);
    const form = plainFormView(url, { typed, problems: [], notice: null, challenge: null });
    const ticket = { challenge: String(req.body?.challenge ?? ''), response: typed.response };
    const requestId = status === 500 ? String(req.id) : null;
    const fields: RetryView = { form: { ...form, ticket }, article: { title: article.title, url }, requestId };
    res.set({ 'Cache-Control': 'private, no-store', 'Retry-After': String(retryAfter) });
    show(req, res, { view: 'comments/retry', title: 'Error: Your reply could not be saved', status }, fields);
  }

  return { withoutSum, withSameSum, withNewSum, refused, failed, broken };
}
