/** An address that wants to hear of a conversation. */
export interface Follower {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly threadKey: string;
  /** The own comment, whose approval and answers are told; null: everything in the thread. */
  readonly commentId: string | null;
  /** Keyed hash of the browser that asked: the one that showed an address to be its own need not show it again. */
  readonly origin: string;
  /** SHA-256 of the token that confirms, and of the one that stops. */
  readonly confirmHash: string;
  readonly stopHash: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** When the address was shown to be the own one; null: nothing is sent there but the question. */
  readonly confirmedAt: number | null;
  /** BCP 47 tag of the page on which they asked; null: nobody knows, so the site's. */
  readonly language: string | null;
}

export interface FollowerStore {
  /** False when the address follows the same already. */
  add(follower: Follower): Promise<boolean>;
  byId(id: string): Promise<Follower | undefined>;
  byConfirmHash(hash: string): Promise<Follower | undefined>;
  byStopHash(hash: string): Promise<Follower | undefined>;
  /** Whether this browser has shown that the address is its own. */
  isShown(email: string, origin: string): Promise<boolean>;
  confirm(id: string, at: number): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes everything under the address, and refuses it from now on; `hash` is SHA-256 of it. */
  refuse(email: string, hash: string, at: number): Promise<void>;
  isRefused(hash: string): Promise<boolean>;
  /** What an address follows, by id: `limit` after the id `after`. */
  ofAddress(email: string, page: { readonly after: string; readonly limit: number }): Promise<readonly Follower[]>;
  /** Confirmed followers of comments of the thread, or with null of all of it, by id: `limit` after the id `after`. */
  hearing(
    where: { readonly threadKey: string; readonly commentIds: readonly string[] | null },
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Follower[]>;
}
