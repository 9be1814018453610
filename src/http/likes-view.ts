import type { Request } from 'express';
import type { Closed } from '../comments/closing.ts';
import type { Comment } from '../comments/comment.ts';
import type { Liking } from '../comments/liking.ts';
import type { Reading } from '../comments/reading.ts';
import type { Placed } from '../comments/thread.ts';
import type { Translate, Translator } from '../messages/translator.ts';
import type { Keyed } from './address.ts';
import { type PageQuery, queryUrl } from './article-links.ts';
import { likeTicketOf } from './like-ticket.ts';
import { isKept, visitorOf } from './session.ts';

/** views/comments/list.ejs: how one comment is liked. */
export interface LikesView {
  /** How often, in words; empty where nobody does. */
  readonly words: string;
  /** Null where there is nothing to press: on one's own comment, and while the site can only be read. */
  readonly button: { readonly action: string; readonly pressed: boolean } | null;
}

/** How the comments of one page are liked. */
export interface LikesOnPage {
  /** Empty before the session is kept that it belongs to: whoever presses a button then is asked once more. */
  readonly ticket: string;
  countOf(comment: Comment): number;
  inWords(comment: Comment): string;
  isPressed(comment: Comment): boolean;
}

/** Reads it, in one statement; null where the site wants no likes. */
export async function likesOnPage(
  req: Request,
  { t }: Translator,
  { liking, keyed }: { readonly liking: Liking | null; readonly keyed: Keyed },
  threadKey: string,
  { placed }: Reading,
): Promise<LikesOnPage | null> {
  if (!liking) return null;
  const ids = placed.map(({ comment }) => comment).filter(isPublic);
  const kept = isKept(req);
  const likes = await liking.on(
    threadKey,
    ids.map(({ id }) => id),
    kept ? visitorOf(req, keyed) : null,
  );
  const countOf = ({ id }: Comment): number => likes.get(id)?.count ?? 0;
  // Few numbers stand on a page, many times each.
  const counts = new Set([...likes.values()].map(({ count }) => count));
  const said = new Map([...counts].map((count) => [count, inWords(count, t)]));
  return {
    ticket: kept ? likeTicketOf(req, keyed) : '',
    countOf,
    inWords: (comment) => said.get(countOf(comment)) ?? '',
    isPressed: ({ id }) => likes.get(id)?.own ?? false,
  };
}

/** Whether there is anything to like: what waits, and what was erased, is nobody's to like. */
const isPublic = ({ status, erasedAt }: Comment): boolean => status === 'approved' && erasedAt === null;

interface LikesViewParts {
  readonly url: string;
  readonly query: PageQuery;
  /** Why nothing can be posted. */
  readonly closed: Closed | null;
  readonly isOwn: (comment: Comment) => boolean;
  readonly likes: LikesOnPage | null;
}

/** `inFold`: the way back to this comment has to open its branch. */
export function likesView({ comment }: Placed, inFold: boolean, parts: LikesViewParts): LikesView | null {
  const { url, query, closed, isOwn, likes } = parts;
  if (!likes || !isPublic(comment)) return null;
  const words = likes.inWords(comment);
  if (closed?.by === 'site' || isOwn(comment)) return words === '' ? null : { words, button: null };
  const action = likeUrl(url, comment.id, inFold ? { ...query, open: comment.id } : query);
  return { words, button: { action, pressed: likes.isPressed(comment) } };
}

/** Where its button posts to: it names the page that the reader is on, to lead back there. */
export const likeUrl = (url: string, id: string, query: PageQuery): string =>
  queryUrl(`${url}/comments/${id}/like`, query);

/** How often, for people; nothing is said of none. */
export const inWords = (count: number, t: Translate): string => (count === 0 ? '' : t('like.count', { count }));
