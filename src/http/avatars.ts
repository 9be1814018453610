import type { RequestHandler } from 'express';
import type { Comment } from '../comments/comment.ts';
import { CommentsError } from '../comments/error.ts';
import type { Keyed } from './address.ts';
import { identicon } from './identicon.ts';

/** 72 bits, base64url: no two authors of a site share one by chance, and a page stays small. */
const keyForm = /^[\w-]{12}$/;

/** Gives the key of a comment's picture, or null where there is to be none. */
export type AvatarOf = (comment: Comment) => string | null;

/** Authors of whom the key is kept: a hash for each comment would be a good part of the work of a page. */
const mostKept = 5_000;

/**
 * Keys are hashes with the secret of this site, so nobody can try addresses on them. A comment that waits has no picture:
 * whoever typed somebody else's address could otherwise compare the pictures before anybody has looked at the comment.
 */
export function avatarsBy(keyed: Keyed): AvatarOf {
  const kept = new Map<string, string>();
  return (comment) => {
    if (comment.status !== 'approved' || comment.erasedAt !== null) return null;
    const drawn = drawnBy(comment);
    const key = kept.get(drawn) ?? keyed('avatar', drawn).slice(0, 12);
    if (kept.size >= mostKept) kept.clear();
    kept.set(drawn, key);
    return key;
  };
}

/** A moderator is known by the account: an address that anybody can type gives nobody their picture. */
function drawnBy({ author, visitor, moderatorId }: Comment): string {
  if (moderatorId !== null) return `moderator ${moderatorId}`;
  return author.email === null ? `visit ${visitor} ${author.name}` : `email ${author.email.trim().toLowerCase()}`;
}

/** Nothing but its address decides what is drawn, so it may be kept for good. */
export const avatarRoute: RequestHandler<{ key: string }> = (req, res) => {
  const { key } = req.params;
  if (!keyForm.test(key)) throw new CommentsError('not-found', 'avatar.missing');
  res.set('Cache-Control', 'public, max-age=31536000, immutable').type('svg');
  res.send(identicon(Buffer.from(key, 'base64url')));
};
