import { itsAuthor } from './decision.ts';
import { CommentsError } from './error.ts';
import type { Following } from './following.ts';
import { type Stamp, toMail } from './notification.ts';
import type { NewEntry } from './outbox.ts';
import { type OwnCommentParts, opened } from './own-comment.ts';
import type { Origin } from './own-edit.ts';
import { hashOfSecret } from './secret.ts';
import type { Transaction } from './store.ts';

/** The mail that brings an author the private link, once, as soon as the address is known to be theirs. */
export const ownMail = (commentId: string, stamp: Stamp): NewEntry =>
  toMail({ occasion: 'receipt', about: commentId }, itsAuthor, stamp.now, stamp);

export interface OwnMailParts extends Pick<OwnCommentParts, 'receipts' | 'comments'> {
  readonly following: Pick<Following, 'offered' | 'mayAsk'>;
  readonly transaction: Transaction;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Sends a link of its own to the address that stands with the comment, by the comment's link: whoever reads it there has
 * proven the address. Strangers can make us send it, so there are few, and nobody learns whether one went out.
 * @throws CommentsError `not-found` when the token is nobody's, or there is no address.
 */
export async function sendOwnMail(token: string, from: Origin, parts: OwnMailParts): Promise<void> {
  const { following, transaction, now, newId } = parts;
  const { comment } = await opened(token, parts);
  const email = comment.author.email?.toLowerCase();
  if (email === undefined || !following.offered) throw new CommentsError('not-found', 'receipt.noMail');
  await transaction(async ({ outbox, followers }) => {
    if (await followers.isRefused(hashOfSecret(email))) return;
    if (!(await following.mayAsk(email, from))) return;
    // Each is a mail of its own: the one before may be lost.
    await outbox.add([toMail({ occasion: 'receipt', about: comment.id }, newId(), now(), { now: now(), newId })]);
  });
}
