import type { Request } from 'express';
import type { Article } from '../articles/article.ts';
import type { Reading } from '../comments/discussion.ts';
import type { Placed } from '../comments/thread.ts';
import type { ReplyFormView } from './form-view.ts';
import { dayView, momentView } from './time-view.ts';
import type { ArticleView, CommentView } from './view.ts';

export const articleUrl = (req: Request, article: Article): string => `${req.baseUrl}/articles/${article.slug}`;

export interface ArticleViewParts {
  readonly article: Article;
  readonly url: string;
  readonly reading: Reading;
  readonly from: string | null;
  readonly form: ReplyFormView | null;
  readonly now: number;
}

/** Everything a reader sees of an article, its form apart. */
export function articleView({ article, url, reading, from, form, now }: ArticleViewParts): ArticleView {
  const { section, title, author, html, language } = article;
  const pageUrl = from ? `${url}?from=${from}` : url;
  return {
    article: { url, section, title, author, html, language, date: dayView(article.date) },
    comments: reading.placed.map((placed) => commentView(placed, pageUrl, form !== null, now)),
    total: reading.total,
    first: from ? url : null,
    next: reading.next && `${url}?from=${reading.next}`,
    form,
  };
}

/** Deeper replies are shown at this depth, with the name of whom they answer. */
const deepest = 4;

function commentView({ comment, depth, parent }: Placed, pageUrl: string, open: boolean, now: number): CommentView {
  const { id, author, html, createdAt } = comment;
  const waiting = comment.status !== 'approved';
  const joiner = pageUrl.includes('?') ? '&' : '?';
  return {
    id,
    name: author.name,
    website: author.website,
    html,
    at: momentView(createdAt, now),
    permalink: `${pageUrl}#comment-${id}`,
    depth: Math.min(depth, deepest),
    waiting,
    inReplyTo: parent && { name: parent.author.name, url: `#comment-${parent.id}` },
    replyUrl: open && !waiting ? `${pageUrl}${joiner}replyTo=${id}#reply` : null,
  };
}
