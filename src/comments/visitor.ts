import type { Comment } from './comment.ts';

/** Who is asking now: nothing but keyed hashes, and the language they read. */
export interface Visitor {
  /** Of the session. */
  readonly id: string;
  /** Of the address: a whole IPv4, the /56 of an IPv6. */
  readonly address: string;
  /** Of its network: /24 or /48. */
  readonly network: string;
  /** Of what this device was asked to remember, signed by us; null where it was not asked. */
  readonly author: string | null;
  /** BCP 47 tag of the page before them; left out where it does not matter. */
  readonly language?: string;
}

/** Whether the comment came from this very session, or from the device that keeps the author's cookie. */
export function isBy(visitor: Visitor | null, comment: Pick<Comment, 'visitor' | 'authorKey'>): boolean {
  if (visitor === null) return false;
  return comment.visitor === visitor.id || (comment.authorKey !== null && comment.authorKey === visitor.author);
}
