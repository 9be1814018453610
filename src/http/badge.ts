import type { Comment } from '../comments/comment.ts';
import { looksLike } from '../comments/impersonation.ts';
import type { MessageKey } from '../messages/message.ts';

/** What readers are told of somebody who wrote signed in. */
export type Badge = Extract<MessageKey, 'comment.author' | 'comment.moderator'>;

/** A name alone gives none: the author of the article has to be signed in, by the name that the article is signed with. */
export function badgeOf({ moderatorId, erasedAt, author }: Comment, signedBy: string): Badge | null {
  if (moderatorId === null || erasedAt !== null) return null;
  return looksLike(author.name, signedBy) ? 'comment.author' : 'comment.moderator';
}
