import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

export function queueContract(world: World): void {
  describe('the moderation queue', () => {
    test('a lane is read newest first, every row once, with its thread and what it answers', async () => {
      const { comments } = world.store();
      const parent = aComment(1, { status: 'approved' });
      await comments.add(parent, thread);
      for (const number of [2, 3, 4, 5]) await comments.add(aComment(number), thread);
      await comments.add(aComment(6, { parentId: parent.id }), thread);
      const first = await comments.lane('pending', { before: null, limit: 2 });
      expect(first.items[0]).toEqual({ comment: aComment(6, { parentId: parent.id }), thread, parent });
      expect(first.items[1]).toEqual({ comment: aComment(5), thread, parent: null });
      const second = await comments.lane('pending', { before: first.next, limit: 2 });
      const third = await comments.lane('pending', { before: second.next, limit: 2 });
      expect(second.items.map((item) => item.comment.id)).toEqual([idOf(4), idOf(3)]);
      expect(third.items.map((item) => item.comment.id)).toEqual([idOf(2)]);
      expect(third.next).toBeNull();
    });

    test('a lane that ends with its page has no next one', async () => {
      const { comments } = world.store();
      for (const number of [1, 2]) await comments.add(aComment(number), thread);
      expect((await comments.lane('pending', { before: null, limit: 2 })).next).toBeNull();
      expect(await comments.lane('trash', { before: null, limit: 2 })).toEqual({ items: [], next: null });
    });

    test('comments are placed with the moment of the decision, and say where they stand', async () => {
      const { comments } = world.store();
      for (const number of [1, 2]) await comments.add(aComment(number), thread);
      await comments.place([idOf(1), idOf(9)], 'approved', 7);
      await comments.place([], 'trash', 8);
      const standing = await comments.standingOf([idOf(1), idOf(2), idOf(9)]);
      expect(standing.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
        { id: idOf(1), status: 'approved', decidedAt: 7 },
        { id: idOf(2), status: 'pending', decidedAt: null },
      ]);
      expect(await comments.standingOf([])).toEqual([]);
    });

    test('a thousand comments move in one step', async () => {
      const { comments } = world.store();
      const ids = await addMany(world.store(), 1_000);
      await comments.place(ids, 'spam', 1);
      expect(await comments.standingOf(ids)).toHaveLength(1_000);
      expect(await comments.countByStatus()).toEqual({ pending: 0, approved: 0, spam: 1_000, trash: 0 });
    });
  });
}

function addMany(store: Store, count: number): Promise<readonly string[]> {
  return store.transaction(async ({ comments }) => {
    for (let number = 1; number <= count; number++) await comments.add(aComment(number), thread);
    return Array.from({ length: count }, (_, number) => idOf(number + 1));
  });
}
