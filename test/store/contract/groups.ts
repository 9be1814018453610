import { describe, expect, test } from '@jest/globals';
import type { Status } from '../../../src/comments/comment.ts';
import { noFilter } from '../../../src/comments/queue.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import { atOnce, type World } from './world.ts';

/** Size and newest comment of each group of a lane. */
async function groupsOf(store: Store, status: Status, order: 'newest' | 'largest' = 'newest') {
  const { items } = await store.queue.page(status, noFilter, { order, after: null, limit: 50 });
  return items.map(({ comment, alike }) => [comment.id, alike]);
}

export function groupContract(world: World): void {
  describe('groups of near-duplicates', () => {
    test('stand in the queue once, by their newest comment, with their size', async () => {
      const store = world.store();
      for (const number of [1, 2, 3, 4])
        await store.comments.add(aComment(number, { cluster: idOf(number === 3 ? 3 : 1) }), thread);
      await store.comments.add(aComment(5), thread);
      expect(await groupsOf(store, 'pending')).toEqual([
        [idOf(5), 1],
        [idOf(4), 3],
        [idOf(3), 1],
      ]);
      expect((await groupsOf(store, 'pending', 'largest'))[0]).toEqual([idOf(4), 3]);
    });

    test('follow their comments from lane to lane', async () => {
      const store = world.store();
      for (const number of [1, 2, 3]) await store.comments.add(aComment(number, { cluster: idOf(1) }), thread);
      await store.queue.place([idOf(3)], 'spam', 1);
      expect(await groupsOf(store, 'pending')).toEqual([[idOf(2), 2]]);
      expect(await groupsOf(store, 'spam')).toEqual([[idOf(3), 1]]);
      await store.queue.place([idOf(1), idOf(2)], 'spam', 2);
      expect(await groupsOf(store, 'pending')).toEqual([]);
      expect(await groupsOf(store, 'spam')).toEqual([[idOf(3), 3]]);
      const chosen = await store.queue.choose('spam', { clusters: [idOf(1)] }, { upTo: idOf(2), most: 9 });
      expect(chosen.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    });

    test('are found by the parts their texts share, those that share most first', async () => {
      const store = world.store();
      for (const number of [1, 2, 3]) await store.comments.add(aComment(number), thread);
      await store.transaction(async ({ sketches }) => {
        await sketches.add(idOf(1), ['a', 'b']);
        await sketches.add(idOf(2), ['b', 'c', 'd', 'd']);
        await sketches.add(idOf(3), []);
      });
      const sharing = (parts: string[]) => store.transaction(({ sketches }) => sketches.sharing(parts));
      expect((await sharing(['b', 'c', 'x'])).map(({ cluster }) => cluster)).toEqual([idOf(2), idOf(1)]);
      expect(await sharing(['x'])).toEqual([]);
    });

    test('and counts are those of the rows, however many post and decide at once', async () => {
      const store = world.store();
      const other = await world.another();
      const clusters = [1, 2, 3].map(idOf);
      for (const number of [1, 2, 3]) await store.comments.add(aComment(number), thread);
      const post = (number: number) =>
        [store, other][number % 2]?.transaction(({ comments }) =>
          comments.add(aComment(10 + number, { cluster: clusters[number % 3] ?? '', threadKey: `t${number % 5}` }), {
            ...thread,
            key: `t${number % 5}`,
          }),
        );
      const decide = (number: number) =>
        [other, store][number % 2]?.transaction(async ({ decisions, queue }) => {
          await decisions.alone();
          const chosen = await queue.choose('pending', { clusters }, { upTo: null, most: 50 });
          await queue.place(
            chosen.map(({ id }) => id),
            'spam',
            number,
          );
        });
      await atOnce(60, async (number) => (number % 4 === 3 ? decide(number) : post(number)));
      const counts = await store.queue.countByStatus();
      expect(counts.pending + counts.spam).toBe(3 + 45);
      for (const status of ['pending', 'spam'] as const) {
        expect(counts[status]).toBe(await store.queue.count(status, noFilter, 1_000));
        const sizes = (await groupsOf(store, status)).map(([, alike]) => Number(alike));
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(counts[status]);
      }
    });
  });
}
