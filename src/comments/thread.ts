import type { Comment } from './comment.ts';

/** All comments of one page. */
export interface Thread {
  /** Stable name of the page; the article's slug in the standalone server. */
  readonly key: string;
  /** Path of the page, relative to where the application is mounted. */
  readonly url: string;
  readonly title: string;
  /** BCP 47 tag of the page, where it says one; it is not kept. */
  readonly language?: string | null;
  /** Who signed the page, where anybody did; not kept either. */
  readonly signedBy?: string | null;
}

/** What moderators decided about threads. */
export interface ThreadStore {
  byKey(key: string): Promise<Thread | undefined>;
  /** Stores it, or its url and title of today. */
  keep(thread: Thread): Promise<void>;
  /** When a moderator closed it (epoch milliseconds), or null. */
  closedAt(key: string): Promise<number | null>;
  /** Keys of all closed threads. */
  closed(): Promise<ReadonlySet<string>>;
  /** Closes a thread, one without comments too, or with null opens it again. */
  close(thread: Thread, at: number | null): Promise<void>;
}

/** A comment in its place in the conversation. */
export interface Placed {
  readonly comment: Comment;
  /** 0 for a root, then one more a level; what is shown may stop growing earlier. */
  readonly depth: number;
  /** The comment it answers, when that one can be seen. */
  readonly parent: Comment | null;
}

/**
 * Puts comments in reading order: every comment once, each reply below what it answers, siblings in the order given.
 * A reply whose parent is not among them becomes a root; so does one member of a circle, which only damaged data has.
 * Replies to comments that stand `elsewhere` begin one level deeper.
 */
export function nest(comments: readonly Comment[], elsewhere: readonly Comment[] = []): readonly Placed[] {
  const here = new Set(comments.map(({ id }) => id));
  const above = new Map(elsewhere.map((comment) => [comment.id, comment]));
  const replies = Map.groupBy(comments, (comment) => comment.parentId);
  const placed = new Map<string, Placed>();
  const isTop = ({ parentId }: Comment): boolean => parentId === null || !here.has(parentId);
  for (const comment of comments.filter(isTop)) {
    const parent = above.get(comment.parentId ?? '') ?? null;
    placeBranch({ comment, depth: parent ? 1 : 0, parent }, replies, placed);
  }
  for (const comment of comments) placeBranch({ comment, depth: 0, parent: null }, replies, placed);
  return [...placed.values()];
}

/** Depth first with a list of its own: a branch may be deeper than the call stack. */
function placeBranch(
  top: Placed,
  replies: ReadonlyMap<string | null, readonly Comment[]>,
  placed: Map<string, Placed>,
): void {
  const ahead = [top];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { comment, depth } = next;
    if (placed.has(comment.id)) continue;
    placed.set(comment.id, next);
    for (const reply of (replies.get(comment.id) ?? []).toReversed())
      ahead.push({ comment: reply, depth: depth + 1, parent: comment });
  }
}
