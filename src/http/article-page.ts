import type { Request, Response } from 'express';
import type { Article } from '../articles/article.ts';
import type { Challenge } from '../captcha/challenge.ts';
import type { Closed } from '../comments/closing.ts';
import type { Comment } from '../comments/comment.ts';
import { type Discussion, parentGone } from '../comments/discussion.ts';
import type { Following } from '../comments/following.ts';
import type { Liking } from '../comments/liking.ts';
import { isBy, type Visitor } from '../comments/visitor.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translate } from '../messages/translator.ts';
import type { SignedInModerator } from './access.ts';
import type { Keyed } from './address.ts';
import { headLinksTo, pageQueryOf } from './article-links.ts';
import { articleUrl, articleView } from './article-view.ts';
import { avatarsBy } from './avatars.ts';
import { type Problem, type ReplyField, type ReplyFormView, sayProblems, type TypedReply } from './form-view.ts';
import { isId } from './id.ts';
import { translatorOf } from './language.ts';
import { isNewSince, lastVisit } from './last-visit.ts';
import { likesOnPage } from './likes-view.ts';
import type { ShowPage } from './pages.ts';
import { dropReceipt, freshLinkOf } from './receipt-cookie.ts';
import { remembered } from './remember.ts';
import { isKept, visitorOf } from './session.ts';

export interface ArticlePageParts {
  readonly discussion: Discussion;
  readonly following: Pick<Following, 'offered'>;
  /** Null where the site wants no likes. */
  readonly liking: Liking | null;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly replyDepth: number;
  /** BCP 47 tag of the site, which articles are in that do not say theirs. */
  readonly language: string;
  /** Public address of the application, where it is known. */
  readonly baseUrl: string | null;
  readonly now: () => number;
}

/** How the form stands on the page: what was typed, what is to be mended, and which sum is asked. */
export interface FormState {
  readonly typed: TypedReply;
  readonly problems: readonly Problem<ReplyField>[];
  readonly notice: MessageKey | null;
  readonly challenge: Challenge | null;
  /** Whether the ticket is enough: the author is known, and the sum is not shown. */
  readonly excused: boolean;
  /** What readers will see of the text, where that was asked for. */
  readonly preview?: string;
}

export type ShowArticle = (
  req: Request,
  res: Response,
  article: Article,
  form: FormState | Closed,
  status?: number,
) => Promise<void>;

/** The article with its replies and the form, or why there is none; the one page for reading and for mending. */
export function createArticlePage(parts: ArticlePageParts): ShowArticle {
  const { discussion, following, show, keyed, replyDepth, language, now } = parts;
  const avatarOf = avatarsBy(keyed);
  return async (req, res, article, form, status = 200) => {
    const visitor = isKept(req) ? visitorOf(req, keyed) : null;
    const query = pageQueryOf(req);
    const rest = query.rest && (await discussion.readRest(article.slug, visitor, query.rest));
    const reading = rest ?? (await discussion.read(article.slug, visitor, query));
    const url = articleUrl(req, article);
    const translator = translatorOf(res);
    const wording = { offersMail: following.offered, t: translator.t };
    const closed = 'sentence' in form ? form : null;
    const formView = 'sentence' in form ? null : await formViewOf(discussion, article, url, form, wording);
    const base = req.baseUrl;
    const known = remembered(req, keyed) !== null;
    const since = req.method === 'GET' && known ? lastVisit(req, res, now()) : null;
    const isOwn = ownBy(known ? visitorOf(req, keyed) : visitor, res.locals.moderator);
    const likes = await likesOnPage(req, translator, parts, article.slug, reading);
    const isNew = (comment: Comment): boolean => isNewSince(since, comment, isOwn(comment));
    const receiptOf = freshLinkOf(req, parts.baseUrl);
    const written = { ...article, language: article.language ?? language };
    const page = { article: written, url, reading, query, form: formView, closed, base, replyDepth, translator };
    const view = articleView({ ...page, avatarOf, isNew, isOwn, likes, receiptOf, now: now() });
    if (view.comments.some(({ receipt }) => receipt !== null)) dropReceipt(req, res);
    const title = titleOf(form, article, translator.t);
    show(req, res, { view: 'articles/show', title, status, links: headLinksTo(view, base, translator.t) }, view);
  };
}

/** What somebody wrote is marked for them alone. */
function ownBy(visitor: Visitor | null, moderator: SignedInModerator | undefined): (comment: Comment) => boolean {
  return (comment) => isBy(visitor, comment) || (moderator !== undefined && comment.moderatorId === moderator.id);
}

/** It says first how things stand. */
function titleOf(form: FormState | Closed, { title }: Article, t: Translate): string {
  if ('sentence' in form) return title;
  if (form.problems.length > 0) return t('page.error', { title });
  return form.preview === undefined ? title : t('page.preview', { title });
}

/** An empty form, filled with what this device was asked to remember. */
export function freshReply(req: Request, keyed: Keyed): TypedReply {
  const known = remembered(req, keyed);
  const parentId = isId(req.query.replyTo) ? req.query.replyTo : '';
  const { author, email, website } = known ?? { author: '', email: '', website: '' };
  return { body: '', author, email, website, remember: known !== null, follow: false, parentId, response: '' };
}

async function formViewOf(
  discussion: Discussion,
  article: Article,
  url: string,
  form: FormState,
  wording: Wording,
): Promise<ReplyFormView> {
  const { parentId } = form.typed;
  const parent = isId(parentId) ? await discussion.answerable(article.slug, parentId) : undefined;
  const view = plainFormView(url, form, wording);
  const gone = parentId !== '' && form.problems.length === 0 ? wording.t(parentGone) : null;
  if (!parent) return { ...view, parentId: '', notice: view.notice ?? gone };
  const replyingTo = { name: parent.author.name, url: `#comment-${parent.id}`, cancelUrl: `${url}#reply` };
  return { ...view, replyingTo };
}

interface Wording {
  readonly offersMail: boolean;
  readonly t: Translate;
}

/** The form as typed, without anything that must be looked up. */
export function plainFormView(url: string, state: FormState, { offersMail, t }: Wording): ReplyFormView {
  const { typed, notice, challenge, excused, preview } = state;
  const sum = challenge && { id: challenge.id, tokens: challenge.prompt, language: challenge.language };
  const actions = { action: `${url}/comments`, sumAction: `${url}/sum`, previewAction: `${url}/preview` };
  const shown = preview === undefined ? null : { html: preview };
  const said = { notice: notice && t(notice), problems: sayProblems(state.problems, t) };
  const rest = { sum, offersMail, excused, ...said, preview: shown };
  return { ...typed, ...actions, ...rest, replyingTo: null, ticket: null };
}
