import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comments/comment.ts';
import type { CommentStore } from '../../../src/comments/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const oldest = { sort: 'oldest', from: null, limit: 9 } as const;
const start = (number: number) => ({ id: idOf(number), comments: null });

export function branchContract(world: World): void {
  describe('a long branch', () => {
    test('begins on the page of its root; the page says what is left, and where that begins', async () => {
      const { comments } = world.store();
      await writeBranches(comments);
      const page = await comments.approvedIn('tides', { ...oldest, replies: 2 });
      expect(numbers(page.items)).toEqual([1, 3, 4, 2, 10, 11]);
      expect(page.rests).toEqual(new Map([[idOf(1), { count: 4, from: idOf(6) }]]));
      expect((await comments.approvedIn('tides', { ...oldest, replies: 6 })).rests.size).toBe(0);
    });

    test('counts whole for the most discussed, however little of it is shown', async () => {
      const { comments } = world.store();
      await writeBranches(comments);
      const wanted = { sort: 'discussed', from: null, limit: 1, replies: 1 } as const;
      const first = await comments.approvedIn('tides', wanted);
      expect([numbers(first.items), first.next]).toEqual([[1, 3], { id: idOf(2), comments: 3 }]);
      const second = await comments.approvedIn('tides', { ...wanted, from: first.next });
      expect([numbers(second.items), second.next]).toEqual([[2, 10], null]);
    });

    test('goes on in pages that know each other', async () => {
      const { comments } = world.store();
      await writeBranches(comments);
      const at = (from: number) => comments.repliesIn(idOf(1), { from: idOf(from), limit: 2 });
      const second = await at(6);
      expect([numbers(second.items), second.next, second.previous]).toEqual([[6, 7], start(8), { from: null }]);
      const third = await at(8);
      expect([numbers(third.items), third.next, third.previous]).toEqual([[8, 9], null, { from: start(6) }]);
      const whole = await comments.repliesIn(idOf(1), { from: null, limit: 99 });
      expect([numbers(whole.items), whole.next, whole.previous]).toEqual([[3, 4, 6, 7, 8, 9], null, null]);
    });

    test('a start that is gone leads to what comes after it', async () => {
      const { comments, queue } = world.store();
      await writeBranches(comments);
      await queue.place([idOf(6)], 'spam', 1);
      expect(numbers((await comments.repliesIn(idOf(1), { from: idOf(6), limit: 2 })).items)).toEqual([7, 8]);
    });

    test('each reply knows the page it is on, one that waits that of the reply before it', async () => {
      const { comments } = world.store();
      await writeBranches(comments);
      const starts = [3, 4, 5, 6, 7, 8, 9].map((reply) => comments.replyStartOf(idOf(1), idOf(reply), 2));
      expect(await Promise.all(starts)).toEqual([null, null, null, idOf(6), idOf(6), idOf(8), idOf(8)]);
      expect(await comments.replyStartOf(idOf(1), idOf(99), 2)).toBe(idOf(8));
      expect(await comments.replyStartOf(idOf(2), idOf(10), 2)).toBeNull();
    });

    test('approved ones among some are found, and no others', async () => {
      const { comments } = world.store();
      await writeBranches(comments);
      const found = await comments.approvedAmong([5, 6, 77].map(idOf));
      expect(numbers(found)).toEqual([6]);
      expect(await comments.approvedAmong([])).toEqual([]);
    });
  });
}

/** Root 1 with 3, 4, 6, 7, 8 and 9, of which 5 waits; root 2 with 10 and 11. */
async function writeBranches(comments: CommentStore): Promise<void> {
  const approved = { status: 'approved' } as const;
  for (const root of [1, 2]) await comments.add(aComment(root, approved), thread);
  const parents = { 3: 1, 4: 3, 6: 3, 7: 4, 8: 1, 9: 8 };
  for (const [number, parent] of Object.entries(parents))
    await comments.add(aComment(Number(number), { ...approved, parentId: idOf(parent), rootId: idOf(1) }), thread);
  await comments.add(aComment(5, { parentId: idOf(1) }), thread);
  for (const reply of [10, 11]) await comments.add(aComment(reply, { ...approved, parentId: idOf(2) }), thread);
}

const numbers = (comments: readonly Comment[]): readonly number[] => comments.map(({ id }) => Number(id.slice(-12)));
