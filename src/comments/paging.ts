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
  /** Replies of one branch that are shown with its root; the rest stands on pages of its own. */
  readonly replies: number;
}

/** One page of a conversation: branches in the order of the sort, the comments of each in order of writing. */
export interface ConversationPage {
  readonly items: readonly Comment[];
  /** Of the branches that have one, by their roots. */
  readonly rests: ReadonlyMap<string, Rest>;
  readonly next: PageStart | null;
  /** The page before; null on the first one. */
  readonly previous: Previous | null;
}

/** What of a branch is too much for the page of its root. */
export interface Rest {
  /** Its approved replies. */
  readonly count: number;
  /** The reply that its first page begins with. */
  readonly from: string;
}

/** Replies of one branch, in order of writing. */
export interface BranchPage {
  readonly items: readonly Comment[];
  readonly next: PageStart | null;
  /** `from` is null where the page before is that of the root. */
  readonly previous: Previous | null;
}

/** Where the page before begins; `from` is null where that is the first page. */
export interface Previous {
  readonly from: PageStart | null;
}

/** A page with the rest of a branch. */
export interface RestWanted {
  readonly root: string;
  /** The reply that it begins with. */
  readonly from: string;
}
