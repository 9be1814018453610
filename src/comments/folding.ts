import type { Placed } from './thread.ts';

/** A comment on the article with everything below it: what is shown at once, and what is folded away. */
export interface Branch {
  readonly shown: readonly Placed[];
  /** Empty where the branch is short. */
  readonly folded: readonly Placed[];
}

/** Replies of a branch that are shown in any case. */
const shownReplies = 10;
/** Fewer than these are not worth a fold. */
const leastFolded = 3;

/** Cuts comments in reading order into their branches. */
export function branchesOf(placed: readonly Placed[]): readonly Branch[] {
  const starts = placed.flatMap(({ depth }, at) => (depth === 0 ? [at] : []));
  return starts.map((start, number) => {
    const branch = placed.slice(start, starts[number + 1]);
    const shown = branch.length - 1 - shownReplies < leastFolded ? branch.length : shownReplies + 1;
    return { shown: branch.slice(0, shown), folded: branch.slice(shown) };
  });
}
