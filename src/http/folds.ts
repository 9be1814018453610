import type { Comment } from '../comments/comment.ts';
import { branchesOf } from '../comments/folding.ts';
import type { Placed } from '../comments/thread.ts';

/** Replies folded away, and whose they are. */
export interface FoldView {
  readonly count: number;
  /** One or two of their authors, and how many more there are. */
  readonly names: readonly string[];
  readonly others: number;
  /** How many of them are new to the reader. */
  readonly news: number;
  readonly open: boolean;
}

/** A comment in its place, and the folds that begin before it or end after it. */
export interface Folded {
  readonly placed: Placed;
  readonly fold: FoldView | null;
  readonly foldEnds: boolean;
}

export interface Folding {
  /** Ids of comments whose branches stay open. */
  readonly open: readonly string[];
  readonly isNew: (comment: Comment) => boolean;
}

/**
 * Folds long branches, but those with a comment of `open` and those with a waiting comment of the visitor. Browsers open a fold
 * by themselves for a fragment inside it, though not all do; so links from elsewhere name the branch too.
 */
export function folded(placed: readonly Placed[], { open, isNew }: Folding): readonly Folded[] {
  return branchesOf(placed).flatMap((branch) => {
    const inside = [...branch.shown, ...branch.folded].map(({ comment }) => comment);
    const isOpen = inside.some(({ id, status }) => status !== 'approved' || open.includes(id));
    return [
      ...branch.shown.map((each) => ({ placed: each, fold: null, foldEnds: false })),
      ...branch.folded.map((each, at) => ({
        placed: each,
        fold: at === 0 ? foldView(branch.folded, isOpen, isNew) : null,
        foldEnds: at === branch.folded.length - 1,
      })),
    ];
  });
}

const mostNames = 2;

function foldView(placed: readonly Placed[], open: boolean, isNew: Folding['isNew']): FoldView {
  const names = [...new Set(placed.filter(({ comment }) => comment.erasedAt === null).map(nameOf))];
  return {
    count: placed.length,
    names: names.slice(0, mostNames),
    others: Math.max(0, names.length - mostNames),
    news: placed.filter(({ comment }) => isNew(comment)).length,
    open,
  };
}

const nameOf = ({ comment }: Placed): string => comment.author.name;
