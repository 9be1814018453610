import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comments/comment.ts';
import { type Cursor, noFilter, type QueueItem } from '../../../src/comments/queue.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

export function queueContract(world: World): void {
  describe('the moderation queue', () => {
    test('a lane is read newest first, every row once, with its thread and what it answers', async () => {
      const { comments, queue } = world.store();
      const parent = aComment(1, { status: 'approved' });
      await comments.add(parent, thread);
      for (const number of [2, 3, 4, 5]) await comments.add(aComment(number), thread);
      await comments.add(aComment(6, { parentId: parent.id }), thread);
      const first = await queue.page('pending', noFilter, newest(null));
      expect(first.items[0]).toEqual({ ...alone(aComment(6, { parentId: parent.id })), parent });
      expect(first.items[1]).toEqual(alone(aComment(5)));
      const second = await queue.page('pending', noFilter, newest(first.next));
      const third = await queue.page('pending', noFilter, newest(second.next));
      expect(second.items.map((item) => item.comment.id)).toEqual([idOf(4), idOf(3)]);
      expect(third.items.map((item) => item.comment.id)).toEqual([idOf(2)]);
      expect(third.next).toBeNull();
    });

    test('a lane that ends with its page has no next one', async () => {
      const { comments, queue } = world.store();
      for (const number of [1, 2]) await comments.add(aComment(number), thread);
      expect((await queue.page('pending', noFilter, newest(null))).next).toBeNull();
      expect(await queue.page('trash', noFilter, newest(null))).toEqual({ items: [], next: null, grouped: true });
    });

    test('comments are placed with the moment of the decision, and say where they stand', async () => {
      const { comments, queue } = world.store();
      for (const number of [1, 2]) await comments.add(aComment(number), thread);
      await queue.place([idOf(1), idOf(9)], 'approved', 7);
      await queue.place([], 'trash', 8);
      const standing = await queue.standingOf([idOf(1), idOf(2), idOf(9)]);
      expect(standing.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
        { id: idOf(1), status: 'approved', decidedAt: 7, rule: null },
        { id: idOf(2), status: 'pending', decidedAt: null, rule: null },
      ]);
      expect(await queue.standingOf([])).toEqual([]);
    });

    test('a thousand comments move in one step', async () => {
      const { queue } = world.store();
      const ids = await addMany(world.store(), 1_000);
      await queue.place(ids, 'spam', 1);
      expect(await queue.standingOf(ids)).toHaveLength(1_000);
      expect(await queue.countByStatus()).toEqual({ pending: 0, approved: 0, spam: 1_000, trash: 0 });
    });
  });
}

function addMany(store: Store, count: number): Promise<readonly string[]> {
  return store.transaction(async ({ comments }) => {
    for (let number = 1; number <= count; number++) await comments.add(aComment(number), thread);
    return Array.from({ length: count }, (_, number) => idOf(number + 1));
  });
}

const newest = (after: Cursor | null) => ({ order: 'newest', after, limit: 2 }) as const;

/** A row of a comment that is like no other, by an author of whom nothing else is known. */
function alone(comment: Comment): QueueItem {
  return { comment, thread, parent: null, alike: 1, record: { pending: 5, approved: 1, spam: 0, trash: 0 } };
}
