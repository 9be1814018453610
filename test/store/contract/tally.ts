import { describe, expect, test } from '@jest/globals';
import type { Count, Counted } from '../../../src/comments/tally.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

const hourMs = 3_600_000;
const hour = Date.UTC(2022, 0, 14, 9);

export function tallyContract(world: World): void {
  describe('the tally', () => {
    test('adds to what is there, told apart by hour, kind and key', async () => {
      const { tally } = world.store();
      await tally.add([of('held', 2, 'links'), of('held', 3, 'flood'), of('wrong', 1)]);
      await tally.add([of('held', 5, 'links'), of('wrong', 1, '', hour + hourMs)]);
      expect(await read(world)).toEqual([
        of('held', 3, 'flood'),
        of('held', 7, 'links'),
        of('wrong', 1),
        of('wrong', 1, '', hour + hourMs),
      ]);
    });

    test('gives the hours from one on', async () => {
      const { tally } = world.store();
      await tally.add([of('issued', 1, '', hour - 1), of('issued', 2), of('issued', 3, '', hour + hourMs)]);
      expect((await tally.since(hour)).map(({ count }) => count).toSorted()).toEqual([2, 3]);
      expect(await tally.since(hour + hourMs + 1)).toEqual([]);
      expect([await tally.total('issued', '', hour), await tally.total('held', '', hour)]).toEqual([5, 0]);
    });

    test('adds nothing, and many at once', async () => {
      const { tally } = world.store();
      await tally.add([]);
      const many = Array.from({ length: 1_200 }, (_, at) => of('network', 1, `network-${at}`));
      await tally.add(many);
      await tally.add(many);
      const counts = await read(world);
      expect(counts).toHaveLength(1_200);
      expect(counts.every(({ count }) => count === 2)).toBe(true);
    });

    test('is all or nothing: what fails in the middle leaves no part behind', async () => {
      const { tally } = world.store();
      const broken = { ...of('wrong', 1), key: null as unknown as string };
      const many = Array.from({ length: 600 }, (_, at) => of('network', 1, `network-${at}`));
      await expect(tally.add([...many, broken])).rejects.toThrow(/null/i);
      expect(await read(world)).toEqual([]);
    });

    test('two processes that add at once lose nothing', async () => {
      const other = await world.another();
      const [one, two] = [
        [of('issued', 1), of('wrong', 1), of('network', 1, 'n')],
        [of('wrong', 1), of('issued', 1)],
      ];
      await atOnce(40, (n) => (n % 2 ? world.store().tally.add(one ?? []) : other.tally.add(two ?? [])));
      expect(await read(world)).toEqual([of('issued', 40), of('network', 20, 'n'), of('wrong', 40)]);
    });

    test('sweeping keeps a week, and of networks two days', async () => {
      const store = world.store();
      await store.tally.add([of('wrong', 1), of('network', 1, 'n')]);
      await store.sweep(hour + 48 * hourMs - 1);
      expect(await read(world)).toHaveLength(2);
      await store.sweep(hour + 48 * hourMs);
      expect(await read(world)).toEqual([of('wrong', 1)]);
      await store.sweep(hour + 8 * 24 * hourMs - 1);
      expect(await read(world)).toEqual([of('wrong', 1)]);
      await store.sweep(hour + 8 * 24 * hourMs);
      expect(await read(world)).toEqual([]);
    });
  });
}

const of = (what: Counted, count: number, key = '', at = hour): Count => ({ hour: at, what, key, count });

/** Everything, in one order. */
async function read(world: World): Promise<readonly Count[]> {
  const name = ({ hour, what, key }: Count): string => [what, key, hour].join(' ');
  return (await world.store().tally.since(0)).toSorted((one, other) => (name(one) < name(other) ? -1 : 1));
}
