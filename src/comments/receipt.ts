import type { Comment } from './comment.ts';
import { hashOfSecret } from './secret.ts';
import type { Stores } from './store.ts';

/**
 * An author's private link to one comment: by it, and by no account, they see where it stands, change it and take it
 * back. Whoever has the link is the author, so only its hash is kept.
 */
export interface Receipt {
  /** SHA-256 of its token. */
  readonly hash: string;
  readonly commentId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Whether it was sent to the address that stands with the comment: a typed address proves nothing. */
  readonly proven: boolean;
}

export interface ReceiptStore {
  /** Passed over where the hash is known: a mail that is sent twice holds one link. */
  add(receipt: Receipt): Promise<void>;
  byHash(hash: string): Promise<Receipt | undefined>;
  /** Those of one comment, oldest first. */
  of(commentId: string): Promise<readonly Receipt[]>;
  /** Comments under an address, which is in lower case, however it was typed, by id: `limit` after the id `after`. */
  commentsUnder(email: string, page: { readonly after: string; readonly limit: number }): Promise<readonly Comment[]>;
}

/** What makes a receipt. */
export interface Issuer {
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A double click gets two answers, of which the browser shows one: each has a link that works, and there it ends. */
const mostShown = 3;

/** The token of a new link to a comment, to be shown once; null when that was done often enough. */
export async function issueReceipt(
  { receipts }: Pick<Stores, 'receipts'>,
  commentId: string,
  { newToken, now }: Issuer,
): Promise<string | null> {
  const shown = (await receipts.of(commentId)).filter(({ proven }) => !proven);
  if (shown.length >= mostShown) return null;
  const token = newToken();
  await receipts.add({ hash: hashOfSecret(token), commentId, createdAt: now(), proven: false });
  return token;
}
