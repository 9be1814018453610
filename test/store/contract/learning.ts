import { describe, expect, test } from '@jest/globals';
import type { Counts } from '../../../src/comments/learning/bayes.ts';
import { everything } from '../../../src/comments/learning/learning.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

export function learningContract(world: World): void {
  describe('what was learned', () => {
    test('starts with nothing, and reading on is remembered', async () => {
      const { learning } = world.store();
      expect(await learning.progress()).toEqual({ position: 0, since: 0, resetAt: null });
      await learning.moveTo(7);
      expect(await learning.progress()).toEqual({ position: 7, since: 0, resetAt: null });
      expect(await learning.countsOf([everything, 'word:a'])).toEqual(new Map());
    });

    test('counts go up and down, never below nothing, and what nobody has any more is gone', async () => {
      const { learning } = world.store();
      await learning.add(mapOf({ a: [2, 1], b: [1, 0], c: [0, 3] }), 1);
      await learning.add(mapOf({ a: [-1, 1], b: [-1, 0], c: [2, -9], d: [-1, -1] }), 2);
      expect(await learning.countsOf(['a', 'b', 'c', 'd', 'e'])).toEqual(mapOf({ a: [1, 2], c: [2, 0] }));
    });

    test('of many tokens all are found, and only those asked for', async () => {
      const { learning } = world.store();
      const tokens = [...Array(1_234).keys()].map((at) => `word:${at}`);
      await learning.add(new Map(tokens.map((token) => [token, { spam: 1, honest: 2 }])), 1);
      expect((await learning.countsOf(tokens)).size).toBe(1_234);
      expect(await learning.countsOf([])).toEqual(new Map());
      expect([...(await learning.countsOf(tokens.slice(0, 301))).keys()].toSorted()).toEqual(
        tokens.slice(0, 301).toSorted(),
      );
      await learning.add(new Map(tokens.map((token) => [token, { spam: -1, honest: -2 }])), 2);
      expect(await learning.countsOf(tokens)).toEqual(new Map());
    });

    test('examples are comments with what was decided, and as what they were learned from', async () => {
      const { comments, learning, queue } = world.store();
      for (const number of [1, 2, 3]) await comments.add(aComment(number, { thinkSeconds: number }), thread);
      await queue.place([idOf(1)], 'spam', 5);
      await learning.mark([idOf(1), idOf(2)], 'spam');
      await learning.mark([idOf(2)], 'honest');
      const examples = await learning.examples([idOf(1), idOf(2), idOf(3), idOf(4)]);
      expect(examples.map(({ comment, decidedAt, learned }) => [comment.id, decidedAt, learned]).toSorted()).toEqual([
        [idOf(1), 5, 'spam'],
        [idOf(2), null, 'honest'],
        [idOf(3), null, null],
      ]);
      expect(examples.map(({ comment }) => comment.thinkSeconds).toSorted()).toEqual([1, 2, 3]);
      await learning.mark([idOf(1)], null);
      expect((await learning.examples([idOf(1)]))[0]?.learned).toBeNull();
      expect(await learning.examples([])).toEqual([]);
    });

    test('what tells the kinds apart comes by the difference of its shares', async () => {
      const { learning } = world.store();
      await learning.add(mapOf({ [everything]: [100, 10], a: [50, 0], b: [100, 10], c: [90, 1], d: [0, 4] }), 1);
      const all = { spam: 100, honest: 10 };
      expect([...(await learning.telling('spam', all, 5))]).toEqual([...mapOf({ c: [90, 1], a: [50, 0] })]);
      expect(await learning.size()).toBe(4);
      expect([...(await learning.telling('spam', all, 1)).keys()]).toEqual(['c']);
      expect([...(await learning.telling('honest', all, 5)).keys()]).toEqual(['d']);
    });

    test('clearing forgets the counts and the comments', async () => {
      const { comments, learning } = world.store();
      await comments.add(aComment(1), thread);
      await learning.mark([idOf(1)], 'spam');
      await learning.add(mapOf({ a: [1, 0] }), 1);
      await learning.clear({ position: 4, since: 3, resetAt: 9 });
      expect(await learning.progress()).toEqual({ position: 4, since: 3, resetAt: 9 });
      expect(await learning.countsOf(['a'])).toEqual(new Map());
      expect((await learning.examples([idOf(1)]))[0]?.learned).toBeNull();
    });

    test('two processes that add at once, each alone, lose nothing', async () => {
      const other = await world.another();
      const [one, two] = [mapOf({ a: [1, 0], b: [1, 0] }), mapOf({ b: [0, 1], a: [0, 1] })];
      await atOnce(30, (n) =>
        (n % 2 ? world.store() : other).transaction(async ({ learning }) => {
          await learning.alone();
          await learning.add(n % 2 ? one : two, n);
        }),
      );
      expect(await other.learning.countsOf(['a', 'b'])).toEqual(mapOf({ a: [15, 15], b: [15, 15] }));
    });

    test('sweeping drops what was met once, and not again for ninety days', async () => {
      const store = world.store();
      await store.learning.add(mapOf({ [everything]: [5, 5], once: [1, 0], twice: [1, 1], late: [0, 1] }), 1_000);
      await store.learning.add(mapOf({ late: [0, -1] }), 2_000);
      await store.learning.add(mapOf({ late: [0, 1] }), 2_000);
      const days = 90 * 24 * 3_600_000;
      await store.sweep(999 + days);
      expect((await store.learning.countsOf(tokens)).size).toBe(4);
      await store.sweep(1_000 + days);
      expect([...(await store.learning.countsOf(tokens)).keys()].toSorted()).toEqual([everything, 'late', 'twice']);
    });
  });
}

const tokens = [everything, 'once', 'twice', 'late'];
const mapOf = (counts: Readonly<Record<string, readonly [number, number]>>): ReadonlyMap<string, Counts> =>
  new Map(Object.entries(counts).map(([token, [spam, honest]]) => [token, { spam, honest }]));
