import type { Comment } from './comment.ts';
import { branchesOf } from './folding.ts';
import type { ConversationPage, PageStart, Previous, Sort } from './paging.ts';
import type { CommentStore } from './store.ts';
import { nest, type Placed } from './thread.ts';
import type { Visitor } from './visitor.ts';
import type { Place, PlacesOf } from './waiting.ts';

/** One page of a conversation as one visitor sees it. */
export interface Reading {
  readonly placed: readonly Placed[];
  /** Of the visitor's own comments that wait, by their ids. */
  readonly places: ReadonlyMap<string, Place>;
  /** Approved comments of the whole thread. */
  readonly total: number;
  readonly sort: Sort;
  readonly next: PageStart | null;
  readonly previous: Previous | null;
}

/** Where a comment is found, when pages go from the oldest on. */
export interface Landing {
  /** Null: on the first page. */
  readonly from: PageStart | null;
  /** The comment at the top of its branch, where it is folded away there; else null. */
  readonly foldedBelow: string | null;
}

export interface ReadingParts {
  readonly comments: CommentStore;
  readonly placesOf: PlacesOf;
  readonly commentsPerPage: number;
}

/** What readers do. */
export function createReading({ comments, placesOf, commentsPerPage: limit }: ReadingParts) {
  /** A page of the conversation, with the visitor's own waiting comments in their places. */
  async function read(
    threadKey: string,
    visitor: Visitor | null,
    { sort, from }: { readonly sort: Sort; readonly from: PageStart | null },
  ): Promise<Reading> {
    const page = await comments.approvedIn(threadKey, { sort, from, limit });
    const waiting = visitor ? await comments.waitingFor(threadKey, visitor.id) : [];
    const total = await comments.countApprovedIn(threadKey);
    const placed = nest(sort === 'newest' ? newestFirst(page, waiting) : [...page.items, ...waiting]);
    const places = await placesOf(waiting);
    return { placed, places, total, sort, next: page.next, previous: page.previous };
  }

  /** Where the comment is found, oldest first. */
  async function landingOf(comment: Comment): Promise<Landing> {
    const start = await comments.pageStartOf(comment.threadKey, comment.rootId, limit);
    const foldedBelow = comment.parentId === null ? null : await foldAround(comment);
    return { from: start === null ? null : { id: start, comments: null }, foldedBelow };
  }

  async function foldAround({ id, threadKey, rootId }: Comment): Promise<string | null> {
    const branches = branchesOf(nest(await branchOf(threadKey, rootId)));
    const around = branches.find(({ folded }) => folded.some(({ comment }) => comment.id === id));
    return around?.shown[0]?.comment.id ?? null;
  }

  async function branchOf(threadKey: string, rootId: string): Promise<readonly Comment[]> {
    const from = { id: rootId, comments: null };
    return (await comments.approvedIn(threadKey, { sort: 'oldest', from, limit: 1 })).items;
  }

  /** A comment that the visitor can see in the thread, or undefined. */
  async function find(threadKey: string, id: string, visitor: Visitor | null): Promise<Comment | undefined> {
    const comment = await comments.byId(id);
    if (comment?.threadKey !== threadKey) return undefined;
    if (comment.status === 'approved') return (await isShown(comment)) ? comment : undefined;
    const waiting = visitor ? await comments.waitingFor(threadKey, visitor.id) : [];
    return waiting.find((own) => own.id === id);
  }

  /** A branch whose root is not approved is not shown. */
  async function isShown({ id, rootId }: Comment): Promise<boolean> {
    return id === rootId || (await comments.byId(rootId))?.status === 'approved';
  }

  /** What was approved last, of one thread or of all; what was erased is no news. */
  const newest = (threadKey: string | null, most: number): Promise<readonly Comment[]> =>
    comments.newest(threadKey, most);

  /** What stands below a comment, the newest first. */
  async function repliesTo({ id, threadKey, rootId }: Comment, most: number): Promise<readonly Comment[]> {
    const branch = await branchOf(threadKey, rootId);
    const below = new Set([id]);
    // In order of writing nothing comes before what it answers.
    for (const reply of branch) if (reply.parentId !== null && below.has(reply.parentId)) below.add(reply.id);
    const replies = branch.filter((reply) => reply.id !== id && below.has(reply.id) && reply.erasedAt === null);
    return replies.toReversed().slice(0, most);
  }

  /** An approved comment of the thread, to be answered; undefined when it is not there. */
  const answerable = (threadKey: string, id: string): Promise<Comment | undefined> =>
    answerableIn(comments, threadKey, id);

  /** Approved comments per thread key. */
  const counts = (): Promise<ReadonlyMap<string, number>> => comments.countApproved();

  return { read, landingOf, find, newest, repliesTo, answerable, counts };
}

/** Own comments on the article come first then, as they would once they are approved. */
function newestFirst({ items }: ConversationPage, waiting: readonly Comment[]): readonly Comment[] {
  const roots = waiting.filter(({ parentId }) => parentId === null);
  const replies = waiting.filter(({ parentId }) => parentId !== null);
  return [...roots.toReversed(), ...items, ...replies];
}

export async function answerableIn(
  comments: CommentStore,
  threadKey: string,
  id: string,
): Promise<Comment | undefined> {
  const comment = await comments.byId(id);
  return comment?.threadKey === threadKey && comment.status === 'approved' && comment.erasedAt === null
    ? comment
    : undefined;
}
