import type { Comment } from './comment.ts';
import { branchesOf } from './folding.ts';
import type { PageStart, RestWanted } from './paging.ts';
import type { ReadingParts } from './reading.ts';
import { nest } from './thread.ts';

/** Where a comment is found, when pages go from the oldest on. */
export interface Landing {
  /** Null: on the first page. */
  readonly from: PageStart | null;
  /** The comment at the top of its branch, where it is folded away there; else null. */
  readonly foldedBelow: string | null;
  /** Where it stands in the rest of a branch; else null. */
  readonly rest: RestWanted | null;
}

/** Leads to comments. */
export function createLanding({
  comments,
  commentsPerPage: limit,
  repliesPerPage: replies,
}: Pick<ReadingParts, 'comments' | 'commentsPerPage' | 'repliesPerPage'>) {
  /** Where the comment is found, oldest first. */
  async function landingOf(comment: Comment): Promise<Landing> {
    const { id, parentId, rootId } = comment;
    const from = await pageOf(comment);
    if (parentId === null) return { from, foldedBelow: null, rest: null };
    const start = await comments.replyStartOf(rootId, id, replies);
    if (start !== null) return { from, foldedBelow: null, rest: { root: rootId, from: start } };
    return { from, foldedBelow: await foldAround(comment), rest: null };
  }

  /** Where the page with its branch begins. */
  async function pageOf({ threadKey, rootId }: Comment): Promise<PageStart | null> {
    const start = await comments.pageStartOf(threadKey, rootId, limit);
    return start === null ? null : { id: start, comments: null };
  }

  async function foldAround({ id, threadKey, rootId }: Comment): Promise<string | null> {
    const from = { id: rootId, comments: null };
    const { items } = await comments.approvedIn(threadKey, { sort: 'oldest', from, limit: 1, replies });
    const around = branchesOf(nest(items)).find(({ folded }) => folded.some(({ comment }) => comment.id === id));
    return around?.shown[0]?.comment.id ?? null;
  }

  return { landingOf, pageOf };
}
