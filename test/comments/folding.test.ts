import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment } from '../../src/comments/comment.ts';
import { branchesOf } from '../../src/comments/folding.ts';
import { nest } from '../../src/comments/thread.ts';

const comment = (id: string, parentId: string | null): Comment => ({ id, parentId }) as Comment;
const withReplies = (count: number) =>
  branchesOf(nest([comment('a', null), ...Array.from({ length: count }, (_each, at) => comment(`b${at}`, 'a'))]));

describe('branchesOf', () => {
  test.each([
    [0, 1, 0],
    [12, 13, 0],
    [13, 11, 3],
    [500, 11, 490],
  ])('of %d replies %d comments are shown with what they answer, and %d folded', (replies, shown, folded) => {
    const branches = withReplies(replies);
    expect(branches.map((branch) => [branch.shown.length, branch.folded.length])).toEqual([[shown, folded]]);
  });

  test('loses and moves nothing, whatever the parents: circles, orphans, selves', () => {
    const parents = fc.array(fc.option(fc.nat({ max: 90 }), { freq: 20 }), { maxLength: 80 });
    fc.assert(
      fc.property(parents, (list) => {
        const placed = nest(list.map((parent, at) => comment(String(at), parent === null ? null : String(parent))));
        expect(branchesOf(placed).flatMap(({ shown, folded }) => [...shown, ...folded])).toEqual(placed);
      }),
    );
  });
});
