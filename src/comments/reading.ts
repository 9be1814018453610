import type { Comment } from './comment.ts';
import { createLanding } from './landing.ts';
import type { ConversationPage, PageStart, Previous, Rest, RestWanted, Sort } from './paging.ts';
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
  /** Of branches too long for this page, by their roots. */
  readonly rests: ReadonlyMap<string, Rest>;
  /** Set where the page is one of those with the rest of a branch. */
  readonly branch: { readonly root: Comment; readonly home: PageStart | null } | null;
}

export interface ReadingParts {
  readonly comments: CommentStore;
  readonly placesOf: PlacesOf;
  readonly commentsPerPage: number;
  /** Replies of one branch. */
  readonly repliesPerPage: number;
}

/** What readers do. */
export function createReading(parts: ReadingParts) {
  const { comments, placesOf, commentsPerPage: limit, repliesPerPage: replies } = parts;
  const { landingOf, pageOf } = createLanding(parts);

  /** A page of the conversation, with the visitor's own waiting comments in their places. */
  async function read(
    threadKey: string,
    visitor: Visitor | null,
    { sort, from }: { readonly sort: Sort; readonly from: PageStart | null },
  ): Promise<Reading> {
    const page = await comments.approvedIn(threadKey, { sort, from, limit, replies });
    const waiting = visitor ? await comments.waitingFor(threadKey, visitor.id) : [];
    const total = await comments.countApprovedIn(threadKey);
    const placed = nest(sort === 'newest' ? newestFirst(page, waiting) : [...page.items, ...waiting]);
    const places = await placesOf(waiting);
    return { ...page, placed, places, total, sort, branch: null };
  }

  /** A page with the rest of a branch and the visitor's own waiting replies there; undefined where there is none. */
  async function readRest(
    threadKey: string,
    visitor: Visitor | null,
    wanted: RestWanted,
  ): Promise<Reading | undefined> {
    const root = await comments.byId(wanted.root);
    if (root?.threadKey !== threadKey || root.parentId !== null || root.status !== 'approved') return undefined;
    const page = await comments.repliesIn(root.id, { from: wanted.from, limit: replies });
    const own = visitor ? await comments.waitingFor(threadKey, visitor.id) : [];
    const waiting = own.filter(({ rootId }) => rootId === root.id);
    const placed = await nestRest([...page.items, ...waiting]);
    const total = await comments.countApprovedIn(threadKey);
    const places = await placesOf(waiting);
    const branch = { root, home: await pageOf(root) };
    return { ...page, placed, places, total, sort: 'oldest', rests: new Map(), branch };
  }

  /** What is answered may stand on an earlier page. */
  async function nestRest(items: readonly Comment[]): Promise<readonly Placed[]> {
    const here = new Set(items.map(({ id }) => id));
    const answered = new Set(
      items.flatMap(({ parentId }) => (parentId === null || here.has(parentId) ? [] : [parentId])),
    );
    return nest(items, await comments.approvedAmong([...answered]));
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
  async function repliesTo({ id, rootId }: Comment, most: number): Promise<readonly Comment[]> {
    const { items: branch } = await comments.repliesIn(rootId, { from: null, limit: wholeBranch });
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

  return { read, readRest, landingOf, find, newest, repliesTo, answerable, counts };
}

/** More replies than any thread has. */
const wholeBranch = 1_000_000;

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
