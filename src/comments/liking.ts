import type { Comment } from './comment.ts';
import { CommentsError } from './error.ts';
import type { Flood } from './flood.ts';
import type { Keyed } from './learning/features.ts';
import type { Limits } from './limits.ts';
import { answerableIn } from './reading.ts';
import type { CommentStore, Stores, Transaction } from './store.ts';
import { isBy, type Visitor } from './visitor.ts';

/** One visitor's like of one comment; who it was, for as long as that is known, only by keyed hashes. */
export interface Like {
  readonly commentId: string;
  /** Of the session, another in each thread: what somebody likes here says nothing of what they like elsewhere. */
  readonly visitor: string;
  /** Of the network, another for each comment. */
  readonly network: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How a comment is liked. */
export interface Likes {
  readonly count: number;
  /** Whether the visitor who asks is one of those. */
  readonly own: boolean;
}

/** What the core asks of storage to count likes. They stand beside the comments: undoing a decision changes none. */
export interface LikeStore {
  /** Inside a transaction: until its end nobody else likes this comment, and no moderator decides on any. */
  alone(commentId: string): Promise<void>;
  /** Counts it; false when this visitor's is counted already. */
  add(like: Like): Promise<boolean>;
  /** Counts it no more; false when there is none that is known to be this visitor's. */
  remove(like: Pick<Like, 'commentId' | 'visitor'>): Promise<boolean>;
  /** How many a network has given the comment since then (epoch milliseconds). */
  countFrom(like: Pick<Like, 'commentId' | 'network'>, since: number): Promise<number>;
  /** Of these comments those that anybody likes; one statement, for more than 500 comments one for each 500. */
  on(commentIds: readonly string[], visitor: string | null): Promise<ReadonlyMap<string, Likes>>;
}

/** Who likes, or asks what they like. */
export interface Liker {
  readonly visitor: Visitor;
  /** The moderator who is signed in there, or null. */
  readonly moderatorId: string | null;
}

export interface LikingParts {
  readonly comments: CommentStore;
  readonly likes: LikeStore;
  readonly transaction: Transaction;
  readonly flood: Flood;
  readonly limits: Limits;
  readonly keyed: Keyed;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type Liking = ReturnType<typeof createLiking>;

/** For how long it is known which visit, and which network, a like came from: longer than any session lasts. */
export const likerMs = 30 * 24 * 3_600_000;

/** Liking without an account: one for each visitor and comment, few of one network. */
export function createLiking({ comments, likes, transaction, flood, limits, keyed, now }: LikingParts) {
  /**
   * Counts one; liking twice is no mistake. Gives how the comment is liked then.
   * @throws CommentsError `not-found` where nobody can see the comment, `invalid` for one's own, `too-many` over a limit.
   */
  const like = (threadKey: string, id: string, liker: Liker): Promise<Likes> =>
    change(threadKey, id, liker, async (stores, visitor) => {
      if ((await stores.likes.on([id], visitor)).get(id)?.own) return;
      const network = keyed('like-network', `${id} ${liker.visitor.network}`);
      const since = now() - limits['likes-comment'].seconds * 1_000;
      await flood.like(liker.visitor, await stores.likes.countFrom({ commentId: id, network }, since));
      await stores.likes.add({ commentId: id, visitor, network, at: now() });
    });

  /** Counts it no more; where there is none to take back, nothing changes. Gives and throws the same. */
  const takeBack = (threadKey: string, id: string, liker: Liker): Promise<Likes> =>
    change(threadKey, id, liker, async (stores, visitor) => {
      await stores.likes.remove({ commentId: id, visitor });
    });

  async function change(
    threadKey: string,
    id: string,
    liker: Liker,
    act: (stores: Stores, visitor: string) => Promise<void>,
  ): Promise<Likes> {
    const visitor = nameIn(threadKey, liker.visitor);
    return transaction(async (stores) => {
      await stores.likes.alone(id);
      await likeableIn(stores.comments, threadKey, id, liker);
      await act(stores, visitor);
      return (await stores.likes.on([id], visitor)).get(id) ?? none;
    });
  }

  /** The comment that is to be liked. Throws as `like` does. */
  const find = (threadKey: string, id: string, liker: Liker): Promise<Comment> =>
    likeableIn(comments, threadKey, id, liker);

  /** For a visit that begins with a like. @throws CommentsError `too-many` when there are too many from its network. */
  const arrive = (visitor: Visitor): Promise<void> => flood.like(visitor, 0);

  /** How the comments of one page are liked; those that nobody likes are absent. */
  const on = (threadKey: string, ids: readonly string[], visitor: Visitor | null) =>
    likes.on(ids, visitor && nameIn(threadKey, visitor));

  const nameIn = (threadKey: string, { id }: Visitor): string => keyed('like', `${threadKey} ${id}`);

  return { like, takeBack, find, arrive, on };
}

const none: Likes = { count: 0, own: false };

/** What readers can see: below a root that is not approved nothing is shown. */
async function likeableIn(
  comments: CommentStore,
  threadKey: string,
  id: string,
  { visitor, moderatorId }: Liker,
): Promise<Comment> {
  const comment = await answerableIn(comments, threadKey, id);
  const root = comment && (comment.rootId === id ? comment : await comments.byId(comment.rootId));
  if (!comment || root?.status !== 'approved') throw new CommentsError('not-found', 'like.gone');
  const own = isBy(visitor, comment) || (moderatorId !== null && comment.moderatorId === moderatorId);
  if (own) throw new CommentsError('invalid', 'like.own');
  return comment;
}
