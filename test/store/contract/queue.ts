import { describe, expect, test } from '@jest/globals';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

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

    test('moving counts what was elsewhere and passes unknown ids over', async () => {
      const { comments } = world.store();
      for (const number of [1, 2, 3]) await comments.add(aComment(number), thread);
      expect(await comments.move([idOf(1), idOf(2), idOf(9)], 'approved', 1)).toBe(2);
      expect(await comments.move([idOf(1), idOf(2), idOf(3)], 'approved', 1)).toBe(1);
      expect(await comments.move([], 'trash', 1)).toBe(0);
      expect(await comments.countByStatus()).toEqual({ pending: 0, approved: 3, spam: 0, trash: 0 });
      expect((await comments.byId(idOf(3)))?.status).toBe('approved');
    });

    test('a thousand comments move in one step', async () => {
      const { comments } = world.store();
      const ids = await addMany(world.store(), 1_000);
      expect(await comments.move(ids, 'spam', 1)).toBe(1_000);
      expect(await comments.countByStatus()).toEqual({ pending: 0, approved: 0, spam: 1_000, trash: 0 });
    });

    test('two moderators at once move each comment once', async () => {
      const ids = await addMany(world.store(), 50);
      const other = await world.another();
      const moved = await atOnce(8, (n) => (n % 2 ? other : world.store()).comments.move(ids, 'trash', 1));
      expect(moved.reduce((sum, count) => sum + count)).toBe(50);
    });
  });
}

function addMany(store: Store, count: number): Promise<readonly string[]> {
  return store.transaction(async ({ comments }) => {
    for (let number = 1; number <= count; number++) await comments.add(aComment(number), thread);
    return Array.from({ length: count }, (_, number) => idOf(number + 1));
  });
}
