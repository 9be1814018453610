import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Article, ArticleSource } from '../articles/article.ts';
import type { Closing } from '../comments/closing.ts';
import { CommentsError } from '../comments/error.ts';
import type { Liker, Likes, Liking } from '../comments/liking.ts';
import type { MessageKey } from '../messages/message.ts';
import type { Translator } from '../messages/translator.ts';
import { may, type SignedInModerator } from './access.ts';
import type { Keyed } from './address.ts';
import { pageQueryOf, queryUrl } from './article-links.ts';
import { articleUrl, closableOf } from './article-view.ts';
import type { AskedView } from './asked-view.ts';
import { cookieOf } from './cookie.ts';
import { isId } from './id.ts';
import { translatorOf } from './language.ts';
import { hasLikeTicket, likeTicketOf } from './like-ticket.ts';
import { inWords, likeUrl } from './likes-view.ts';
import type { ShowPage } from './pages.ts';
import { neverStored } from './security.ts';
import { isKept, sessionCookieName, visitorOf } from './session.ts';
import { wantsJson } from './wants-json.ts';

export interface LikeRouteParts {
  readonly articles: ArticleSource;
  /** Null where the site wants no likes. */
  readonly liking: Liking | null;
  readonly closing: Closing;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly secure: boolean;
}

/** What a script is told; `words` are those that stand beside the button. */
interface LikesJson {
  readonly likes: number;
  readonly liked: boolean;
  readonly words: string;
}

type LikeRequest = Request<{ slug: string; id: string }>;

/** Liking, where the site wants it. */
export function likeRoutes(parts: LikeRouteParts): Router {
  const router = Router();
  const { liking } = parts;
  if (liking) router.post('/articles/:slug/comments/:id/like', may('anyone'), neverStored, likeRoute(liking, parts));
  return router;
}

/**
 * Likes a comment, or takes the like back: both are said in so many words, so that sending a form twice is no mistake. A
 * closed conversation can still be liked: closing ends writing. While the whole site can only be read, nothing can.
 */
function likeRoute(liking: Liking, parts: LikeRouteParts): RequestHandler<{ slug: string; id: string }> {
  const { articles, closing, show, keyed, secure } = parts;

  const likerOf = (req: Request, res: Response): Liker => {
    const moderator: SignedInModerator | undefined = res.locals.moderator;
    return { visitor: visitorOf(req, keyed), moderatorId: moderator?.id ?? null };
  };

  /** Without its ticket nothing is counted: the answer has it, and sets the cookie that it belongs to. */
  async function askStep(req: LikeRequest, res: Response, article: Article): Promise<void> {
    const liker = likerOf(req, res);
    const comment = await liking.find(article.slug, req.params.id, liker);
    if (!isKept(req)) {
      await liking.arrive(liker.visitor);
      req.session.visiting = true;
    }
    const cookieless = Boolean(req.body?.ticket) && cookieOf(req, sessionCookieName(secure)) === undefined;
    const ticket = likeTicketOf(req, keyed);
    const { t } = translatorOf(res);
    const words = t(cookieless ? 'like.cookieWhy' : 'like.pressAgain');
    if (wantsJson(req)) return void res.status(422).json({ error: words, ticket });
    const act = actOf(req);
    const step: AskedView = {
      heading: t(cookieless ? 'like.cookie' : 'like.oneMoreStep'),
      words: [words],
      comment: { name: comment.author.name, html: comment.html, reason: null },
      form: {
        action: likeUrl(articleUrl(req, article), comment.id, pageQueryOf(req)),
        proof: { name: 'ticket', value: ticket },
        buttons: [{ name: 'act', value: acts[act], label: t(labels[act]) }],
      },
      next: { url: placeOf(req, article), label: t('like.back') },
    };
    show(req, res, { view: 'asked', title: step.heading, status: 422 }, step);
  }

  return async (req, res) => {
    const { slug, id } = req.params;
    const article = articles.find(slug);
    if (!article || !isId(id)) throw new CommentsError('not-found', 'like.gone');
    const closed = await closing.closed(closableOf(article));
    if (closed?.by === 'site') throw new CommentsError('forbidden', closed.sentence);
    if (!hasLikeTicket(req, keyed)) return askStep(req, res, article);
    const likes = await liking[actOf(req)](slug, id, likerOf(req, res));
    if (wantsJson(req)) return void res.json(jsonOf(likes, translatorOf(res)));
    res.redirect(303, placeOf(req, article));
  };
}

type Act = 'like' | 'takeBack';
const acts = { like: 'like', takeBack: 'take-back' } as const satisfies Record<Act, string>;
const labels = { like: 'like.this', takeBack: 'like.takeBack' } as const satisfies Record<Act, MessageKey>;

const actOf = ({ body }: Request): Act => (body?.act === acts.takeBack ? 'takeBack' : 'like');

const jsonOf = ({ count, own }: Likes, { t }: Translator): LikesJson => ({
  likes: count,
  liked: own,
  words: inWords(count, t),
});

/** The comment, on the page of the conversation that the reader was on. */
function placeOf(req: LikeRequest, article: Article): string {
  return `${queryUrl(articleUrl(req, article), pageQueryOf(req))}#comment-${req.params.id}`;
}
