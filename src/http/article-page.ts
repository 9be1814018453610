import type { Request, Response } from 'express';
import type { Article } from '../articles/article.ts';
import type { Captcha, Challenge } from '../captcha/challenge.ts';
import { type Discussion, parentGone, purposeOf } from '../comments/discussion.ts';
import type { Keyed } from './address.ts';
import { articleUrl, articleView } from './article-view.ts';
import type { Problem, ReplyField, ReplyFormView, TypedReply } from './form-view.ts';
import { cursorOf, isId } from './id.ts';
import type { ShowPage } from './pages.ts';
import { remembered } from './remember.ts';
import { isKnown, visitorOf } from './session.ts';

export interface ArticlePageParts {
  readonly discussion: Discussion;
  readonly captcha: Captcha;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly now: () => number;
}

/** How the form stands on the page: what was typed, what is to be mended, and which sum is asked. */
export interface FormState {
  readonly typed: TypedReply;
  readonly problems: readonly Problem<ReplyField>[];
  readonly notice: string | null;
  readonly challenge: Challenge | null;
}

export type ShowArticle = (
  req: Request,
  res: Response,
  article: Article,
  form: FormState | null,
  status?: number,
) => Promise<void>;

/** The article with its replies and, unless `form` is null, the form; the one page for reading and for mending. */
export function createArticlePage({ discussion, show, keyed, now }: ArticlePageParts): ShowArticle {
  return async (req, res, article, form, status = 200) => {
    const visitor = isKnown(req) ? visitorOf(req, keyed) : null;
    const from = cursorOf(req.query.from);
    const reading = await discussion.read(article.slug, visitor, from);
    const url = articleUrl(req, article);
    const formView = form && (await formViewOf(discussion, article, url, form));
    show(
      req,
      res,
      { view: 'articles/show', title: `${isMended(form) ? 'Error: ' : ''}${article.title}`, status },
      articleView({ article, url, reading, from, form: formView, now: now() }),
    );
  };
}

const isMended = (form: FormState | null): boolean => form !== null && form.problems.length > 0;

/** An empty form, filled with what this device was asked to remember. */
export function freshReply(req: Request): TypedReply {
  const known = remembered(req);
  const parentId = isId(req.query.replyTo) ? req.query.replyTo : '';
  const { author, email, website } = known ?? { author: '', email: '', website: '' };
  return { body: '', author, email, website, remember: known !== null, parentId, response: '' };
}

/** Issues a sum for the form of this article, and has the session kept that it belongs to. */
export async function issueSum(
  req: Request,
  captcha: Captcha,
  keyed: Keyed,
  article: Article,
  firstIssuedAt?: number,
): Promise<Challenge> {
  // Only a new visit is marked: writing a moderator's session back here would undo a signing out meanwhile.
  if (!isKnown(req)) req.session.visiting = true;
  const issue = { session: visitorOf(req, keyed).id, purpose: purposeOf(article.slug) };
  return captcha.issue(firstIssuedAt === undefined ? issue : { ...issue, firstIssuedAt });
}

async function formViewOf(
  discussion: Discussion,
  article: Article,
  url: string,
  form: FormState,
): Promise<ReplyFormView> {
  const { parentId } = form.typed;
  const parent = isId(parentId) ? await discussion.answerable(article.slug, parentId) : undefined;
  const view = plainFormView(url, form);
  const gone = parentId !== '' && form.problems.length === 0 ? parentGone : null;
  if (!parent) return { ...view, parentId: '', notice: view.notice ?? gone };
  const replyingTo = { name: parent.author.name, url: `#comment-${parent.id}`, cancelUrl: `${url}#reply` };
  return { ...view, replyingTo };
}

/** The form as typed, without anything that must be looked up. */
export function plainFormView(url: string, { typed, problems, notice, challenge }: FormState): ReplyFormView {
  const sum = challenge && { id: challenge.id, tokens: challenge.prompt, language: challenge.language };
  return { ...typed, action: `${url}/comments`, sum, notice, problems, replyingTo: null, ticket: null };
}
