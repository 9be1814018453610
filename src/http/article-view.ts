import type { Request } from 'express';
import type { Article } from '../articles/article.ts';
import type { Closable, Closed } from '../comments/closing.ts';
import type { Comment } from '../comments/comment.ts';
import type { Reading } from '../comments/reading.ts';
import type { Placed, Thread } from '../comments/thread.ts';
import type { Translator } from '../messages/translator.ts';
import { currentUrl, type PageQuery, replyPagesView } from './article-links.ts';
import type { AvatarOf } from './avatars.ts';
import { badgeOf } from './badge.ts';
import { folded, unfolded } from './folds.ts';
import type { ReplyFormView } from './form-view.ts';
import { type LikesOnPage, likesView } from './likes-view.ts';
import { placeSentence } from './place-sentence.ts';
import { continuesView, restsAfter } from './rests.ts';
import { structuredDataOf } from './structured-data.ts';
import { dayView, momentView } from './time-view.ts';
import type { ArticleView, CommentView } from './view.ts';

export const articleUrl = (req: Request, article: Article): string => `${req.baseUrl}/articles/${article.slug}`;

/** An article as far as closing goes. */
export const closableOf = ({ slug, date, comments }: Article): Closable => ({ key: slug, date, comments });

/** The thread of an article. */
export const threadOf = ({ slug, title, language, author }: Article): Thread => ({
  key: slug,
  url: `/articles/${slug}`,
  title,
  language,
  signedBy: author,
});

export interface ArticleViewParts {
  readonly article: Article;
  readonly url: string;
  readonly reading: Reading;
  readonly query: PageQuery;
  readonly form: ReplyFormView | null;
  /** Why there is no form. */
  readonly closed: Closed | null;
  /** Where the application is mounted. */
  readonly base: string;
  /** How deep replies are shown below each other; deeper ones stand at this depth, with the name of whom they answer. */
  readonly replyDepth: number;
  readonly avatarOf: AvatarOf;
  /** Whether a comment is new to this reader. */
  readonly isNew: (comment: Comment) => boolean;
  /** Whether whoever reads wrote it. */
  readonly isOwn: (comment: Comment) => boolean;
  /** Null where the site wants no likes. */
  readonly likes: LikesOnPage | null;
  /** The private link of a comment that was just posted. */
  readonly receiptOf: (comment: Comment) => CommentView['receipt'];
  readonly now: number;
  readonly translator: Translator;
}

/** Everything a reader sees of an article, its form apart. */
export function articleView(parts: ArticleViewParts): ArticleView {
  const { article, url, reading, query, form, closed, base, isNew, likes, translator } = parts;
  const { t } = translator;
  const { section, title, author, html, language } = article;
  const open = [query.open ?? '', form?.parentId ?? ''];
  const places = reading.branch ? unfolded(reading.placed) : folded(reading.placed, { open, isNew, translator });
  const rests = restsAfter(reading, url);
  const here = new Set(reading.placed.map(({ comment }) => comment.id));
  return {
    article: { url, section, title, author, html, language, date: dayView(article.date, translator) },
    comments: places.map(({ placed, inFold, ...folding }) => ({
      ...commentView(placed, parts, here),
      ...folding,
      rest: rests.get(placed.comment.id) ?? null,
      place: placeOf(reading, placed, translator),
      likes: likesView(placed, inFold, parts),
    })),
    total: reading.total,
    structuredData: reading.total === 0 ? null : structuredDataOf(article, reading, likes),
    news: newsView(reading.placed.filter(({ comment }) => isNew(comment))),
    pages: replyPagesView(url, query, reading, t),
    likeTicket: likes && closed?.by !== 'site' ? likes.ticket : null,
    continues: continuesView(reading, url),
    form,
    closed: closed && t(closed.sentence),
    closing: closingView(article, closed, base),
  };
}

/** What a moderator can do about it here; what a file, a date or the whole site has closed is opened elsewhere. */
function closingView({ slug }: Article, closed: Closed | null, base: string): ArticleView['closing'] {
  if (closed !== null && closed.by !== 'moderator') return null;
  return { action: `${base}/moderation/closing`, slug, act: closed ? 'open' : 'close' };
}

function commentView(
  { comment, depth, parent }: Placed,
  {
    article,
    url,
    query,
    reading,
    form,
    replyDepth,
    avatarOf,
    isNew,
    isOwn,
    receiptOf,
    now,
    translator,
  }: ArticleViewParts,
  here: ReadonlySet<string>,
): Omit<CommentView, 'place' | 'likes' | 'fold' | 'foldEnds' | 'rest'> {
  const { id, author, html, createdAt } = comment;
  const waiting = comment.status !== 'approved';
  const erased = comment.erasedAt !== null;
  const page = currentUrl(url, query, reading);
  const urlOf = (other: Comment): string =>
    here.has(other.id) ? `#comment-${other.id}` : `${url}/comments/${other.id}`;
  return {
    id,
    name: author.name,
    avatar: avatarOf(comment),
    website: author.website,
    html,
    at: momentView(createdAt, now, translator),
    permalink: `${url}/comments/${id}`,
    depth: Math.min(depth, replyDepth),
    badge: badgeOf(comment, article.author),
    own: !erased && isOwn(comment),
    edited: comment.editedAt === null ? null : momentView(comment.editedAt, now, translator),
    editedByAuthor: comment.editedByAuthor,
    receipt: receiptOf(comment),
    erased,
    waiting,
    isNew: isNew(comment),
    inReplyTo: parent?.erasedAt === null ? { name: parent.author.name, url: urlOf(parent) } : null,
    replyUrl: form && !waiting && !erased ? `${page}${page === url ? '?' : '&'}replyTo=${id}#reply` : null,
  };
}

function newsView(placed: readonly Placed[]): ArticleView['news'] {
  const [first] = placed;
  return first ? { count: placed.length, url: `#comment-${first.comment.id}` } : null;
}

function placeOf({ places }: Reading, { comment }: Placed, translator: Translator): string | null {
  const place = places.get(comment.id);
  return place ? placeSentence(place, translator) : null;
}
