import type { Comment } from './comment.ts';

/** In which order the comments on an article are read; the replies below each always go from the oldest on. */
export const sorts = ['oldest', 'newest', 'discussed'] as const;
export type Sort = (typeof sorts)[number];

/** Where a page begins. */
export interface PageStart {
  /** The root that it begins with, or that it would begin with, were it still there. */
  readonly id: string;
  /** Approved comments of that root's branch when the page before was read; null where pages are not sorted by it. */
  readonly comments: number | null;
}

export interface PageWanted {
  readonly sort: Sort;
  /** Null: the first page. */
  readonly from: PageStart | null;
  /** Roots of one page. */
  readonly limit: number;
}

/** One page of a conversation: whole branches in the order of the sort, the comments of each in order of writing. */
export interface ConversationPage {
  readonly items: readonly Comment[];
  readonly next: PageStart | null;
  /** The page before; null on the first one. */
  readonly previous: Previous | null;
}

/** Where the page before begins; `from` is null where that is the first page. */
export interface Previous {
  readonly from: PageStart | null;
}
