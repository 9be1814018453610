import { mostErased } from './erasing.ts';
import { CommentsError } from './error.ts';
import { opened, provenAddress } from './own-comment.ts';
import type { ReceiptStore } from './receipt.ts';
import type { CommentStore } from './store.ts';

/** What an author asked to have erased. An owner decides: the request alone erases nothing. */
export interface ErasureRequest {
  /** UUIDv7. */
  readonly id: string;
  /** The comment by whose link it was asked. */
  readonly commentId: string;
  /** Lower case: everything under the address is meant; null: that comment alone. */
  readonly email: string | null;
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly state: 'open' | Settled;
  /** Epoch milliseconds; null while it is open. */
  readonly settledAt: number | null;
}

export type Settled = 'done' | 'declined';

/** What the core asks of storage. A request is forgotten with the last comment that it is about. */
export interface ErasureRequestStore {
  /** Passed over where the same is asked for already, and open. */
  add(request: ErasureRequest): Promise<void>;
  /** The newest one about this comment alone or, with an address, about all under it. */
  latest(about: Pick<ErasureRequest, 'commentId' | 'email'>): Promise<ErasureRequest | undefined>;
  /** Oldest first. */
  open(limit: number): Promise<readonly ErasureRequest[]>;
  countOpen(): Promise<number>;
  /** False when it is not open any more. */
  settle(id: string, state: Settled, at: number): Promise<boolean>;
}

export interface ErasureRequestParts {
  readonly erasureRequests: ErasureRequestStore;
  readonly receipts: Pick<ReceiptStore, 'byHash' | 'commentsUnder'>;
  readonly comments: Pick<CommentStore, 'byId'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

/** A request as an owner sees it. */
export interface AskedErasure {
  readonly request: ErasureRequest;
  /** Ids of what would be erased, as many as can be at once. */
  readonly ids: readonly string[];
  readonly more: boolean;
}

export type ErasureRequests = ReturnType<typeof createErasureRequests>;

/** Requests shown to owners at once. */
const mostShown = 50;

/** Asking for erasure, and what owners do about it. */
export function createErasureRequests(parts: ErasureRequestParts) {
  const { erasureRequests, receipts, now, newId } = parts;

  /**
   * Asks for one comment or, by a link that was sent to its address, for everything under that. Asking twice is no mistake.
   * @throws CommentsError `not-found` when the token is nobody's, `forbidden` when the address is not proven.
   */
  async function ask(token: string, everything: boolean): Promise<void> {
    const { receipt, comment } = await opened(token, parts);
    const email = everything ? provenAddress(receipt, comment) : null;
    if (everything && email === null) throw new CommentsError('forbidden', 'receipt.unproven');
    const request = {
      id: newId(),
      commentId: comment.id,
      email,
      askedAt: now(),
      state: 'open',
      settledAt: null,
    } as const;
    await erasureRequests.add(request);
  }

  /** Those that nobody has settled. */
  async function open(): Promise<readonly AskedErasure[]> {
    const asked: AskedErasure[] = [];
    for (const request of await erasureRequests.open(mostShown)) {
      const ids = await idsOf(request);
      asked.push({ request, ids: ids.slice(0, mostErased), more: ids.length > mostErased });
    }
    return asked;
  }

  async function idsOf({ commentId, email }: ErasureRequest): Promise<readonly string[]> {
    if (email === null) return [commentId];
    return (await receipts.commentsUnder(email, { after: '', limit: mostErased + 1 })).map(({ id }) => id);
  }

  /** @throws CommentsError `not-found` when somebody has settled it before. */
  async function settle(id: string, state: Settled): Promise<void> {
    if (await erasureRequests.settle(id, state, now())) return;
    throw new CommentsError('not-found', 'erasures.gone');
  }

  return { ask, open, settle, waiting: () => erasureRequests.countOpen() };
}
