import type { Comment } from '../comments/comment.ts';
import { branchesOf } from '../comments/folding.ts';
import type { Placed } from '../comments/thread.ts';
import type { Translator } from '../messages/translator.ts';

/** Replies folded away, and whose they are. */
export interface FoldView {
  /** How many there are, of whom one or two by name, and how many of them are new to the reader. */
  readonly words: readonly { readonly text: string; readonly isName: boolean }[];
  readonly open: boolean;
}

/** A comment in its place, and the folds that begin before it or end after it. */
export interface Folded {
  readonly placed: Placed;
  /** Whether it is folded away. */
  readonly inFold: boolean;
  readonly fold: FoldView | null;
  readonly foldEnds: boolean;
}

export interface Folding {
  /** Ids of comments whose branches stay open. */
  readonly open: readonly string[];
  readonly isNew: (comment: Comment) => boolean;
  readonly translator: Translator;
}

/**
 * Folds long branches, but those with a comment of `open` and those with a waiting comment of the visitor. Browsers open a fold
 * by themselves for a fragment inside it, though not all do; so links from elsewhere name the branch too.
 */
export function folded(placed: readonly Placed[], { open, isNew, translator }: Folding): readonly Folded[] {
  return branchesOf(placed).flatMap((branch) => {
    const inside = [...branch.shown, ...branch.folded].map(({ comment }) => comment);
    const isOpen = inside.some(({ id, status }) => status !== 'approved' || open.includes(id));
    return [
      ...branch.shown.map((each) => ({ placed: each, inFold: false, fold: null, foldEnds: false })),
      ...branch.folded.map((each, at) => ({
        placed: each,
        inFold: true,
        fold: at === 0 ? { words: wordsOf(branch.folded, isNew, translator), open: isOpen } : null,
        foldEnds: at === branch.folded.length - 1,
      })),
    ];
  });
}

/** The rest of a branch: whoever came for it has it open. */
export const unfolded = (placed: readonly Placed[]): readonly Folded[] =>
  placed.map((each) => ({ placed: each, inFold: false, fold: null, foldEnds: false }));

const mostNames = 2;

function wordsOf(placed: readonly Placed[], isNew: Folding['isNew'], translator: Translator): FoldView['words'] {
  const { t, around, locale } = translator;
  const count = placed.length;
  const names = [...new Set(placed.filter(({ comment }) => comment.erasedAt === null).map(nameOf))];
  const news = placed.filter(({ comment }) => isNew(comment)).length;
  const ending = news === 0 ? '' : ` ${t('fold.new', { count: news })}`;
  if (names.length === 0) return [plain(`${t('fold.replies', { count })}${ending}`)];
  const others = names.length - mostNames;
  const listed = [...names.slice(0, mostNames), ...(others > 0 ? [t('fold.others', { count: others })] : [])];
  const [before, after] = around('fold.repliesBy', 'names', { count });
  return [plain(before), ...inList(listed, locale), plain(`${after}${ending}`)];
}

const plain = (text: string) => ({ text, isName: false });
const nameOf = ({ comment }: Placed): string => comment.author.name;

/** "A, B and 3 others", the names apart. */
function inList(items: readonly string[], locale: string): FoldView['words'] {
  let place = 0;
  return new Intl.ListFormat(locale).formatToParts(items).map(({ type, value }) => {
    if (type === 'literal') return plain(value);
    place += 1;
    return { text: value, isName: place <= mostNames };
  });
}
