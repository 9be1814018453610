import type { Request, Response } from 'express';
import type { Article } from '../articles/article.ts';
import type { Verdict } from '../captcha/challenge.ts';
import type { CommentsError } from '../comments/error.ts';
import type { MessageKey } from '../messages/message.ts';
import { type FormState, plainFormView } from './article-page.ts';
import { articleUrl } from './article-view.ts';
import type { ArticleParts } from './articles.ts';
import { askSum } from './asking.ts';
import { cookieOf } from './cookie.ts';
import { statusOf } from './errors.ts';
import type { Problem, ReplyField, RetryView, TypedReply } from './form-view.ts';
import { translatorOf } from './language.ts';
import { refusals, tooManyOthers, tooManySums } from './sentences.ts';
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
  readonly notice?: MessageKey | undefined;
  readonly firstIssuedAt?: number | undefined;
  readonly hurried?: boolean | undefined;
}

type Problems = readonly Problem<ReplyField>[];

/** Seconds after which a visitor may try again when the database is away. */
const retryAfter = 5;

/** The ways in which the form comes back, every word as typed. */
export function createMending(parts: ArticleParts & { readonly secure: boolean }) {
  const { issuing, show, keyed, showArticle, secure } = parts;

  const formOf = ({ req, article }: Posting) => [visitorOf(req, keyed), article.slug, req.body?.challenge] as const;

  async function withoutSum(posting: Posting, status: number, problems: Problems): Promise<void> {
    const { req, res, article, typed } = posting;
    await showArticle(req, res, article, { typed, problems, notice: null, challenge: null, excused: false }, status);
  }

  /** Something but the sum is to be mended: the same sum stays, with the answer already typed. */
  async function withSameSum(posting: Posting, status: number, problems: Problems): Promise<void> {
    const { req, res, article, typed } = posting;
    const challenge = await issuing.find(...formOf(posting));
    if (!challenge) return withNewSum(posting, { status, problems });
    const excused = await issuing.isKnown(visitorOf(req, keyed), 'kept');
    await showArticle(req, res, article, { typed, problems, notice: null, challenge, excused }, status);
  }

  /** A new sum; without one, where too many were asked for, the form says when to come back. */
  async function withNewSum(posting: Posting, { status, problems, notice, ...time }: Mending): Promise<void> {
    const { req, res, article } = posting;
    const asked = await askSum(req, res, parts, article, { posting: true, ...time });
    if (asked.outcome === 'too-many') {
      res.set('Retry-After', String(asked.retryAfter));
      return withoutSum(posting, 429, [...problems, { field: null, message: tooManySums(asked.retryAfter) }]);
    }
    const typed = { ...posting.typed, response: '' };
    const { challenge, excused } = asked;
    const said = excused ? withoutSums({ problems, notice }) : { problems, notice: notice ?? null };
    const form = { typed, challenge, excused, ...said };
    await showArticle(req, res, article, form, status);
  }

  /** Another sum was asked for. The one before is spent for it and its think time kept; over the limit it stays. */
  async function another(posting: Posting): Promise<void> {
    const { req, res, article } = posting;
    const before = await issuing.find(...formOf(posting));
    if (!before) return withNewSum(posting, { status: 200, problems: [] });
    const { firstIssuedAt, hurried } = before;
    const asked = await askSum(req, res, parts, article, { posting: false, firstIssuedAt, hurried });
    if (asked.outcome === 'too-many') {
      res.set('Retry-After', String(asked.retryAfter));
      return withSameSum(posting, 429, [{ field: 'response', message: tooManyOthers(asked.retryAfter) }]);
    }
    await issuing.forgo(...formOf(posting));
    const typed = { ...posting.typed, response: '' };
    const { challenge, excused } = asked;
    await showArticle(req, res, article, { typed, problems: [], notice: null, challenge, excused });
  }

  /** The challenge is spent, or there was none: a new sum, and the sentence that says what to do. */
  async function refused(posting: Posting, verdict: Exclude<Verdict, { outcome: 'passed' }>): Promise<void> {
    const { outcome } = verdict;
    const { req } = posting;
    if (outcome === 'unknown' && !req.body.challenge) {
      return withNewSum(posting, { status: 422, problems: [], notice: 'reply.oneMoreStep' });
    }
    const cookieless = outcome === 'unknown' && cookieOf(req, sessionCookieName(secure)) === undefined;
    const message = cookieless ? 'reply.cookiesNeeded' : refusals[outcome];
    const firstIssuedAt = 'challenge' in verdict ? verdict.challenge.firstIssuedAt : undefined;
    const hurried = outcome === 'too-fast';
    return withNewSum(posting, { status: 422, problems: [{ field: 'response', message }], firstIssuedAt, hurried });
  }

  /** Nothing was taken or stored: the sum and its answer are still good. */
  async function failed(posting: Posting, error: CommentsError): Promise<void> {
    if (error.retryAfter) posting.res.set('Retry-After', String(error.retryAfter));
    const parentId = error.code === 'invalid' ? '' : posting.typed.parentId;
    const typed = { ...posting.typed, parentId };
    return withSameSum({ ...posting, typed }, statusOf[error.code], [{ field: null, message: error.said }]);
  }

  /** Nothing can be read either: a page with the form alone. Its ticket is still good, or leads to what it has stored. */
  function broken({ req, res, article, typed }: Posting, error: unknown, status: 500 | 503): void {
    req.log.error({ err: error }, 'reply could not be stored');
    const { t } = translatorOf(res);
    const url = articleUrl(req, article);
    const form = plainFormView(
      url,
      { typed, problems: [], notice: null, challenge: null, excused: false },
      { offersMail: parts.following.offered, t },
    );
    const ticket = { challenge: String(req.body?.challenge ?? ''), response: typed.response };
    const requestId = status === 500 ? String(req.id) : null;
    const fields: RetryView = { form: { ...form, ticket }, article: { title: article.title, url }, requestId };
    res.set({ 'Cache-Control': 'private, no-store', 'Retry-After': String(retryAfter) });
    show(req, res, { view: 'comments/retry', title: t('retry.title'), wrong: true, status }, fields);
  }

  return { withoutSum, withSameSum, another, refused, failed, broken };
}

/** Nothing is to be solved by whom no sum is asked: the ticket was renewed, and posting again is all. */
function withoutSums({
  problems,
  notice,
}: Pick<Mending, 'problems' | 'notice'>): Pick<FormState, 'problems' | 'notice'> {
  const renewed = (problem: Problem<ReplyField>): Problem<ReplyField> =>
    problem.field === 'response' ? { field: null, message: 'reply.postAgain' } : problem;
  return { problems: problems.map(renewed), notice: notice === undefined ? null : 'reply.postAgain' };
}
