import type { RequestHandler, Response } from 'express';
import type { Article, ArticleSource } from '../articles/article.ts';
import type { Discussion } from '../comments/discussion.ts';
import type { Liking } from '../comments/liking.ts';
import { type Sort, sorts } from '../comments/paging.ts';
import type { Reading } from '../comments/reading.ts';
import type { Placed } from '../comments/thread.ts';
import { restOf, restUrl, startOf, waysFrom } from './article-links.ts';
import { badgeOf } from './badge.ts';

/** What other programs may read of a conversation; docs/api.md names every field, and so does the test beside. */
export interface ConversationJson {
  readonly article: { readonly title: string; readonly url: string };
  /** Approved comments of the whole thread. */
  readonly total: number;
  readonly sort: Sort;
  /** Id of the comment whose replies these are, where they are the rest of a branch. */
  readonly branch: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly comments: readonly CommentJson[];
}

export interface CommentJson {
  readonly id: string;
  /** The comment it answers, where that one can be seen. */
  readonly parentId: string | null;
  readonly depth: number;
  readonly url: string;
  /** Null, as the next two, when the comment was erased. */
  readonly author: { readonly name: string; readonly website: string | null } | null;
  readonly byModerator: boolean;
  /** One of them, under the name that the article is signed with. */
  readonly byAuthor: boolean;
  /** Safe. */
  readonly html: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly erased: boolean;
  /** Left out where the site wants no likes. */
  readonly likes?: number;
  /** Where its branch goes on. */
  readonly more: string | null;
}

export interface ConversationJsonParts {
  readonly articles: ArticleSource;
  readonly discussion: Discussion;
  readonly liking: Liking | null;
  readonly baseUrl: string | null;
}

/** The conversation as everybody sees it, for programs and for pages of other sites. */
export function conversationJson({
  articles,
  discussion,
  liking,
  baseUrl,
}: ConversationJsonParts): RequestHandler<{ slug: string }> {
  return async (req, res) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    const article = articles.find(req.params.slug);
    if (!article) return refuse(res, 404, 'There is no article at this address.');
    const sort = req.query.sort === undefined ? 'oldest' : sorts.find((known) => known === req.query.sort);
    if (!sort) return refuse(res, 400, `sort must be one of: ${sorts.join(', ')}.`);
    const from = startOf(req.query.from, sort);
    if (req.query.from !== undefined && !from)
      return refuse(res, 400, 'from must come from "next" or "previous" of a page in the same order.');
    const rest = restOf(req.query);
    if (req.query.branch !== undefined && !rest)
      return refuse(res, 400, 'branch must come with from, as in "more" of a comment.');
    const reading = rest
      ? await discussion.readRest(article.slug, null, rest)
      : await discussion.read(article.slug, null, { sort, from });
    if (!reading) return refuse(res, 404, 'There is no such branch in this conversation.');
    const url = `${baseUrl ?? req.baseUrl}/articles/${article.slug}`;
    const ids = reading.placed.map(({ comment }) => comment.id);
    const likes = liking && (await liking.on(article.slug, ids, null));
    res.set('Cache-Control', 'public, max-age=60').json(bodyOf(article, url, reading, likes));
  };
}

type Likes = Awaited<ReturnType<Liking['on']>> | null;

function bodyOf({ title, author }: Article, url: string, reading: Reading, likes: Likes): ConversationJson {
  const { placed, total, sort, branch, rests } = reading;
  const own = `${url}/comments.json`;
  const { previous, next } = waysFrom(own, sort, reading);
  const moreOf = (root: string): string | null => {
    const from = rests.get(root)?.from;
    return from === undefined ? null : restUrl(own, { root, from });
  };
  const comments = placed.map((each) => ({
    ...toJson(each, url, author),
    ...(likes && { likes: likes.get(each.comment.id)?.count ?? 0 }),
    more: moreOf(each.comment.id),
  }));
  return { article: { title, url }, total, sort, branch: branch?.root.id ?? null, previous, next, comments };
}

function refuse(res: Response, status: number, error: string): void {
  res.status(status).set('Cache-Control', 'no-store').json({ error });
}

function toJson({ comment, depth, parent }: Placed, url: string, signedBy: string): Omit<CommentJson, 'more'> {
  const { id, author, html, createdAt, editedAt } = comment;
  const erased = comment.erasedAt !== null;
  const badge = badgeOf(comment, signedBy);
  return {
    id,
    parentId: parent?.id ?? null,
    depth,
    url: `${url}/comments/${id}`,
    author: erased ? null : { name: author.name, website: author.website },
    byModerator: badge !== null,
    byAuthor: badge === 'comment.author',
    html: erased ? null : html,
    createdAt: new Date(createdAt).toISOString(),
    editedAt: editedAt === null || erased ? null : new Date(editedAt).toISOString(),
    erased,
  };
}
