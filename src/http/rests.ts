import type { Comment } from '../comments/comment.ts';
import type { Reading } from '../comments/reading.ts';
import { restUrl } from './article-links.ts';

/** The way to the rest of a long branch. */
export interface RestView {
  readonly count: number;
  /** Whom they answer; null: somebody whose comment was erased. */
  readonly name: string | null;
  readonly url: string;
}

/** Where a page with the rest of a branch came from. */
export type ContinuesView = Pick<RestView, 'name' | 'url'>;

/** Of the branches that go on elsewhere, by the last of their comments here. */
export function restsAfter({ placed, rests }: Reading, url: string): ReadonlyMap<string, RestView> {
  const approved = placed.map(({ comment }) => comment).filter(({ status }) => status === 'approved');
  const last = new Map(approved.map(({ rootId, id }) => [rootId, id]));
  return new Map(
    approved.flatMap((root) => {
      const rest = rests.get(root.id);
      const view = rest && {
        count: rest.count,
        name: nameOf(root),
        url: restUrl(url, { root: root.id, from: rest.from }),
      };
      return view ? [[last.get(root.id) ?? root.id, view]] : [];
    }),
  );
}

export function continuesView({ branch }: Reading, url: string): ContinuesView | null {
  return branch && { name: nameOf(branch.root), url: `${url}/comments/${branch.root.id}` };
}

const nameOf = ({ erasedAt, author }: Comment): string | null => (erasedAt === null ? author.name : null);
