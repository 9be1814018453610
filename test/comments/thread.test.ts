import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Comment } from '../../src/comments/comment.ts';
import { nest } from '../../src/comments/thread.ts';

const comment = (id: string, parentId: string | null): Comment => ({ id, parentId }) as Comment;
const shape = (comments: readonly Comment[]): readonly string[] =>
  nest(comments).map(
    ({ comment, depth, parent }) => `${'-'.repeat(depth)}${comment.id}${parent ? `<${parent.id}` : ''}`,
  );

describe('nest', () => {
  test('puts each reply below what it answers, siblings in the order given', () => {
    const comments = [
      comment('a', null),
      comment('b', null),
      comment('c', 'a'),
      comment('d', 'b'),
      comment('e', 'a'),
      comment('f', 'c'),
    ];
    expect(shape(comments)).toEqual(['a', '-c<a', '--f<c', '-e<a', 'b', '-d<b']);
  });

  test('a reply whose parent is not here becomes a root', () => {
    expect(shape([comment('b', 'gone'), comment('c', 'b')])).toEqual(['b', '-c<b']);
  });

  test('a reply to a comment elsewhere begins one level deeper, in the order given', () => {
    const comments = [comment('c', 'a'), comment('d', 'gone'), comment('e', 'c'), comment('f', 'b')];
    const elsewhere = [comment('b', null), comment('a', null)];
    const placed = nest(comments, elsewhere).map(({ comment, depth, parent }) => [comment.id, depth, parent?.id]);
    expect(placed).toEqual([
      ['c', 1, 'a'],
      ['e', 2, 'c'],
      ['d', 0, undefined],
      ['f', 1, 'b'],
    ]);
  });

  test('a branch deeper than any call stack is placed', () => {
    const chain = Array.from({ length: 20_000 }, (_each, at) => comment(String(at), at === 0 ? null : String(at - 1)));
    expect(nest(chain).at(-1)?.depth).toBe(19_999);
  });

  test('shows every comment exactly once, whatever the parents: circles, orphans, selves', () => {
    const parents = fc.array(fc.option(fc.nat(24)), { maxLength: 20 });
    fc.assert(
      fc.property(parents, (list) => {
        const comments = list.map((parent, at) => comment(String(at), parent === null ? null : String(parent)));
        expect(
          nest(comments, [comment('20', null), comment('0', null)])
            .map((placed) => placed.comment.id)
            .toSorted(),
        ).toEqual(comments.map(({ id }) => id).toSorted());
      }),
    );
  });
});
