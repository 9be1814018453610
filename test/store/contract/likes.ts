import { describe, expect, test } from '@jest/globals';
import type { Like } from '../../../src/comments/liking.ts';
import { idOf } from '../samples.ts';
import { atOnce, type World } from './world.ts';

const start = 1_700_000_000_000;
const day = 24 * 3_600_000;

const aLike = (fields: Partial<Like> = {}): Like => ({
  commentId: idOf(1),
  visitor: 'ann',
  network: 'near',
  at: start,
  ...fields,
});

export function likesContract({ store: world, another: other }: World): void {
  const add = (fields: Partial<Like> = {}): Promise<boolean> =>
    world().transaction(({ likes }) => likes.add(aLike(fields)));
  const remove = (visitor: string): Promise<boolean> =>
    world().transaction(({ likes }) => likes.remove(aLike({ visitor })));
  const on = async (visitor: string | null, ...numbers: readonly number[]) =>
    Object.fromEntries(await world().likes.on(numbers.map(idOf), visitor));

  describe('likes', () => {
    test('are counted, one for each visitor and comment; the visitor’s own is known', async () => {
      const added = [await add(), await add({ network: 'far', at: start + 1 }), await add({ visitor: 'bob' })];
      expect(added).toEqual([true, false, true]);
      await add({ commentId: idOf(2), visitor: 'bob' });
      const [one, two] = [idOf(1), idOf(2)];
      expect(await on('ann', 1, 2, 3)).toEqual({ [one]: { count: 2, own: true }, [two]: { count: 1, own: false } });
      expect(await on(null, 1)).toEqual({ [one]: { count: 2, own: false } });
      expect(await on('ann')).toEqual({});
    });

    test('sent by many at once, in two processes, count once', async () => {
      const [store, another] = [world(), await other()];
      const adding = await atOnce(20, (number) =>
        (number % 2 ? store : another).transaction(async ({ likes }) => {
          await likes.alone(idOf(1));
          return likes.add(aLike());
        }),
      );
      expect(adding.filter(Boolean).length).toBe(1);
      expect(await on('ann', 1)).toEqual({ [idOf(1)]: { count: 1, own: true } });
    });

    test('of many visitors at once are all counted', async () => {
      await atOnce(20, (number) => add({ visitor: `visitor-${number}` }));
      expect(await on(null, 1)).toEqual({ [idOf(1)]: { count: 20, own: false } });
    });

    test('are taken back once, by many at once too', async () => {
      await add();
      await add({ visitor: 'bob' });
      const removed = await atOnce(10, () => remove('ann'));
      expect(removed.filter(Boolean).length).toBe(1);
      expect(await on('ann', 1)).toEqual({ [idOf(1)]: { count: 1, own: false } });
      expect([await remove('bob'), await remove('carol')]).toEqual([true, false]);
      expect(await on('bob', 1)).toEqual({});
    });

    test('are counted by network and comment, as far back as is asked', async () => {
      await add();
      await add({ visitor: 'bob', at: start + 9 });
      await add({ visitor: 'carol', network: 'far' });
      await add({ commentId: idOf(2) });
      const from = (since: number) => world().likes.countFrom(aLike(), since);
      expect([await from(start - 1), await from(start), await from(start + 9)]).toEqual([2, 1, 0]);
    });

    test('of more comments than one statement takes are all read', async () => {
      await add({ commentId: idOf(700) });
      await add({ commentId: idOf(2) });
      const numbers = Array.from({ length: 1_200 }, (_each, number) => number);
      expect(Object.keys(await on('ann', ...numbers)).toSorted()).toEqual([idOf(2), idOf(700)]);
    });

    test.each(['empty', 'remove'] as const)('go with the comment that is erased, by %s', async (how) => {
      await add();
      await add({ commentId: idOf(2) });
      await world().transaction(({ erasures }) =>
        how === 'empty' ? erasures.empty(idOf(1), 'approved', start) : erasures.remove(idOf(1)),
      );
      expect(Object.keys(await on('ann', 1, 2))).toEqual([idOf(2)]);
      expect(await world().likes.countFrom(aLike(), 0)).toBe(0);
    });

    test('stay counted when, after 30 days, it is forgotten whose they were', async () => {
      await atOnce(600, (number) => add({ visitor: `visitor-${number}` }));
      await add({ visitor: 'late', at: start + 1 });
      await world().sweep(start + 30 * day - 1);
      expect(await world().likes.countFrom(aLike(), 0)).toBe(601);
      await world().sweep(start + 30 * day);
      expect(await world().likes.countFrom(aLike(), 0)).toBe(1);
      expect(await on('visitor-1', 1)).toEqual({ [idOf(1)]: { count: 601, own: false } });
      expect(await remove('visitor-1')).toBe(false);
      expect(await on('late', 1)).toEqual({ [idOf(1)]: { count: 601, own: true } });
    });
  });
}
