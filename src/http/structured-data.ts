import type { Article } from '../articles/article.ts';
import type { Reading } from '../comments/reading.ts';
import type { Placed } from '../comments/thread.ts';
import type { LikesOnPage } from './likes-view.ts';

/**
 * The replies of a page in the words of schema.org, as text that is safe between <script type="application/ld+json">
 * and its end tag. Browsers neither run such a data block nor hold it against a content security policy.
 */
export function structuredDataOf(
  { title, author, date }: Article,
  { placed, total }: Reading,
  likes: LikesOnPage | null,
): string {
  const seen = placed.filter(({ comment }) => comment.status === 'approved' && comment.erasedAt === null);
  const here = new Set(seen.map(({ comment }) => comment.id));
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    author: personOf(author),
    datePublished: date,
    commentCount: total,
    comment: seen.map((each) => commentOf(each, likes?.countOf(each.comment) ?? 0, here)),
  };
  // End tags and the start of a comment begin with the same sign (HTML, 4.12.1.3), which JSON can spell otherwise.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** A list, not a tree: branches may be deeper than any reader's stack. */
function commentOf({ comment, parent }: Placed, likes: number, here: ReadonlySet<string>) {
  return {
    '@type': 'Comment',
    '@id': `#comment-${comment.id}`,
    author: personOf(comment.author.name),
    dateCreated: new Date(comment.createdAt).toISOString(),
    text: beginningOf(comment.body),
    ...(likes > 0 && { upvoteCount: likes }),
    ...(parent && here.has(parent.id) && { parentItem: { '@id': `#comment-${parent.id}` } }),
  };
}

const personOf = (name: string) => ({ '@type': 'Person', name });

/** The whole text stands in the page: twice would make it half as large again. */
const beginningOf = (body: string): string => /^.{0,100}/su.exec(body)?.[0] ?? '';
