import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentile } from '../../src/comments/percentile.ts';

const waits = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 60 });
const share = fc.double({ min: 0.01, max: 1, noNaN: true });

/** As one would do it by hand: all in order, and the first at which the share is reached. */
function byHand(all: readonly number[], share: number): number | undefined {
  const sorted = all.toSorted((one, other) => one - other);
  return sorted.find((_wait, at) => at + 1 >= share * sorted.length);
}

describe('a percentile', () => {
  test('is the nearest rank of all, however they are grouped', () => {
    fc.assert(
      fc.property(waits, share, (all, share) => expect(percentile(grouped(all), share)).toBe(byHand(all, share))),
    );
  });

  test('is one that somebody waited, and grows with the share', () => {
    fc.assert(
      fc.property(waits, share, share, (all, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((each) => percentile(grouped(all), each));
        expect(all).toContain(low);
        expect(low).toBeLessThanOrEqual(high ?? -1);
      }),
    );
  });

  test.each([
    [[], 0.5, null],
    [[7], 0.5, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.9, 4],
    [[10, 9, 100, 8], 0.75, 10],
  ])('of %j at %d is %p', (all, share, expected) => {
    expect(percentile(grouped(all), share)).toBe(expected);
  });
});

function grouped(all: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
