import type { Request, RequestHandler, Response } from 'express';
import type { Article, ArticleSource } from '../articles/article.ts';
import type { Comment } from '../comments/comment.ts';
import type { Discussion } from '../comments/discussion.ts';
import { CommentsError } from '../comments/error.ts';
import { type Translate, translatorFor } from '../messages/translator.ts';
import type { Keyed } from './address.ts';
import { type AtomEntry, atomOf } from './atom.ts';
import { isId } from './id.ts';

export interface FeedParts {
  readonly articles: ArticleSource;
  readonly discussion: Discussion;
  readonly keyed: Keyed;
  /** Starts the addresses in a feed; null: they start at the host that the feed was read from. */
  readonly baseUrl: string | null;
  readonly siteName: string;
  /** BCP 47 tag: a feed is the same for everybody. */
  readonly language: string;
}

/** Entries of one feed. */
const most = 50;

/** What was approved last, for feed readers: the same for everybody, so any cache may keep it for a minute. */
export function feedRoutes({ articles, discussion, keyed, baseUrl, siteName, language }: FeedParts) {
  const { t } = translatorFor(language);

  const site: RequestHandler = async (req, res) => {
    const comments = await discussion.newest(null, most);
    send(req, res, { key: 'site', title: t('feed.site', { site: siteName }), page: '/', comments });
  };

  const article: RequestHandler<{ slug: string }> = async (req, res) => {
    const found = articleOf(req.params.slug);
    const comments = await discussion.newest(found.slug, most);
    const title = t('feed.article', { title: found.title });
    send(req, res, { key: `article:${found.slug}`, title, page: pathOf(found), comments, article: found });
  };

  const replies: RequestHandler<{ slug: string; id: string }> = async (req, res) => {
    const { slug, id } = req.params;
    const found = articleOf(slug);
    const comment = isId(id) ? await discussion.find(slug, id, null) : undefined;
    if (!comment) throw new CommentsError('not-found', 'comment.missing');
    const comments = await discussion.repliesTo(comment, most);
    const name = comment.erasedAt === null ? comment.author.name : t('feed.erased');
    const title = t('feed.commentOn', { name, title: found.title });
    send(req, res, { key: `comment:${id}`, title, page: `${pathOf(found)}/comments/${id}`, comments, article: found });
  };

  function articleOf(slug: string): Article {
    const found = articles.find(slug);
    if (!found) throw new CommentsError('not-found', 'article.missing');
    return found;
  }

  function send(req: Request, res: Response, { key, title, page, comments, article }: Wanted): void {
    const base = baseUrl ?? req.baseUrl;
    // An article that went takes its comments along.
    const entries = comments.flatMap((comment) => {
      const on = article ?? articles.find(comment.threadKey);
      return on ? [entryOf(comment, on, base, t)] : [];
    });
    const updated = Math.max(article ? Date.parse(article.date) : 0, ...entries.map((entry) => entry.updated));
    const self = `${base}${req.path}`;
    res.set('Cache-Control', 'public, max-age=60').type('application/atom+xml');
    res.send(atomOf({ id: urnOf(keyed('feed', key)), title, updated, self, page: `${base}${page}`, entries }));
  }

  return { site, article, replies };
}

interface Wanted {
  /** Tells this feed from the others for good. */
  readonly key: string;
  readonly title: string;
  readonly page: string;
  readonly comments: readonly Comment[];
  readonly article?: Article;
}

const pathOf = ({ slug }: Article): string => `/articles/${slug}`;

function entryOf(comment: Comment, article: Article, base: string, t: Translate): AtomEntry {
  const { id, author, html, parentId, createdAt, editedAt, moderatorId } = comment;
  const urlOf = (of: string): string => `${base}${pathOf(article)}/comments/${of}`;
  return {
    id: `urn:uuid:${id}`,
    title: t('feed.entry', { name: author.name, title: article.title }),
    author,
    byModerator: moderatorId !== null,
    published: createdAt,
    updated: editedAt ?? createdAt,
    url: urlOf(id),
    html,
    inReplyTo: parentId === null ? null : { id: `urn:uuid:${parentId}`, url: urlOf(parentId) },
  };
}

/** A UUID of our own making (RFC 9562, version 8) from a keyed hash. */
function urnOf(hash: string): string {
  const bytes = Buffer.from(hash, 'base64url').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
