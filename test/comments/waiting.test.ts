import { describe, expect, test } from '@jest/globals';
import { createPlaces } from '../../src/comments/waiting.ts';
import { aComment, idOf } from '../store/samples.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mine = aComment(9);

describe('the place of a waiting comment', () => {
  test('costs nothing where none waits', async () => {
    const { placesOf, asked } = telling([]);
    expect(await placesOf([])).toEqual(new Map());
    expect(asked).toEqual([]);
  });

  test('is told for each, and what is usual is asked once a minute', async () => {
    const { placesOf, asked, clock } = telling([], 3);
    const other = aComment(10);
    expect(await placesOf([mine, other])).toEqual(
      new Map([mine, other].map(({ id }) => [id, { before: 3, more: false, usual: null }])),
    );
    clock.now += 59_999;
    await placesOf([mine]);
    expect(asked).toEqual(['before', 'waits', 'before']);
    clock.now += 1;
    await placesOf([mine]);
    expect(asked.filter((each) => each === 'waits')).toHaveLength(2);
  });

  test('is counted up to a hundred', async () => {
    expect(await told([], 100)).toMatchObject({ before: 100, more: false });
    expect(await told([], 101)).toMatchObject({ before: 100, more: true });
  });
});

describe('what is usual', () => {
  test('is not said of fewer than ten', async () => {
    expect((await told(alike(9, hourMs)))?.usual).toBeNull();
    expect((await told(alike(10, hourMs)))?.usual).toMatchObject({ within: hourMs });
  });

  test.each([
    [1, hourMs],
    [hourMs, hourMs],
    [hourMs + 1, 3 * hourMs],
    [3 * hourMs + 1, dayMs],
    [dayMs + 1, 3 * dayMs],
    [7 * dayMs, 7 * dayMs],
    [7 * dayMs + 1, null],
  ])('%d ms are rounded up to %p', async (wait, within) => {
    expect((await told(alike(10, wait)))?.usual).toMatchObject({ within });
  });

  test('is what four of five did not exceed', async () => {
    expect((await told([...alike(8, 1), ...alike(2, dayMs)]))?.usual).toMatchObject({ within: hourMs });
    expect((await told([...alike(7, 1), ...alike(3, dayMs)]))?.usual).toMatchObject({ within: dayMs });
  });

  test('is exceeded by a comment that waits longer already', async () => {
    const { placesOf, clock } = telling(alike(10, hourMs));
    clock.now = mine.createdAt + hourMs;
    expect((await placesOf([mine])).get(mine.id)?.usual?.exceeded).toBe(false);
    clock.now += 1;
    expect((await placesOf([mine])).get(mine.id)?.usual?.exceeded).toBe(true);
  });

  test('is asked again after it could not be read', async () => {
    const { placesOf, fail } = telling(alike(10, hourMs));
    fail.next = true;
    await expect(placesOf([mine])).rejects.toThrow('away');
    fail.next = false;
    expect((await placesOf([mine])).get(mine.id)?.usual).toMatchObject({ within: hourMs });
  });
});

const alike = (count: number, wait: number): readonly number[] => Array.from({ length: count }, () => wait);

const told = async (waits: readonly number[], before = 0) =>
  (await telling(waits, before).placesOf([mine])).get(idOf(9));

function telling(waits: readonly number[], before = 0) {
  const asked: string[] = [];
  const fail = { next: false };
  const clock = { now: mine.createdAt };
  const store = {
    before: async (ids: readonly string[], most: number) => {
      asked.push('before');
      return new Map(ids.map((id) => [id, Math.min(before, most)]));
    },
    waits: async () => {
      asked.push('waits');
      if (fail.next) throw new Error('away');
      return waits;
    },
  };
  return { placesOf: createPlaces({ store, now: () => clock.now }), asked, clock, fail };
}
