import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { barChart } from '../../src/http/chart.ts';

const hours = Array.from({ length: 24 }, (_, hour) => `${hour}:00`);
const look = { stacked: false, labelEvery: 4, numberText: (value: number) => value.toLocaleString('en') };
const counts = fc.array(fc.nat(2_000_000), { minLength: 24, maxLength: 24 });

describe('the chart', () => {
  test('draws a value in proportion, from the baseline up, and nothing for 0', () => {
    const { bars } = barChart([{ name: 'wrong', values: [20, 0, 10] }], ['a', 'b', 'c'], look);
    expect(bars.map(({ series }) => series)).toEqual(['wrong', 'wrong']);
    const [high = 0, low = 0] = bars.map(({ height }) => height);
    expect(high).toBeCloseTo(2 * low, 0);
    for (const { y, height } of bars) expect(y + height).toBeCloseTo(100, 5);
  });

  test('a single one is seen beside thousands', () => {
    const { bars } = barChart([{ name: 'wrong', values: [1, 9_000] }], ['a', 'b'], look);
    expect(bars[0]?.height).toBeGreaterThanOrEqual(1);
  });

  test.each([
    [0, ['0', '1', '2', '3', '4']],
    [4, ['0', '1', '2', '3', '4']],
    [5, ['0', '2', '4', '6', '8']],
    [37, ['0', '10', '20', '30', '40']],
    [41, ['0', '20', '40', '60', '80']],
    [1_700, ['0', '500', '1,000', '1,500', '2,000']],
  ])('has round numbers at the side for %d at most', (most, expected) => {
    const { ticks } = barChart([{ name: 'issued', values: [most, 0] }], ['a', 'b'], look);
    expect(ticks.map(({ label }) => label)).toEqual(expected);
  });

  test('names every fourth hour below its bars', () => {
    const { labels } = barChart([{ name: 'issued', values: hours.map(() => 1) }], hours, look);
    expect(labels.map(({ text }) => text)).toEqual(['0:00', '4:00', '8:00', '12:00', '16:00', '20:00']);
  });

  test('whatever the numbers, bars stay inside and beside one another', () => {
    fc.assert(
      fc.property(counts, counts, counts, (issued, right, wrong) => {
        const series = [
          { name: 'issued', values: issued },
          { name: 'right', values: right },
          { name: 'wrong', values: wrong },
        ];
        const { bars } = barChart(series, hours, look);
        let end = 0;
        for (const bar of bars.toSorted((one, other) => one.x - other.x)) {
          expect(bar.x).toBeGreaterThanOrEqual(end);
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.height).toBeGreaterThan(0);
          end = bar.x + bar.width - 0.02;
        }
        expect(end).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('stacked', () => {
  const stacked = { ...look, stacked: true, labelEvery: 1 };

  test('bars stand on one another, and the numbers at the side hold their sum', () => {
    const series = [
      { name: 'held', values: [30, 0] },
      { name: 'atOnce', values: [10, 20] },
    ];
    const { bars, ticks } = barChart(series, ['a', 'b'], stacked);
    expect(ticks.at(-1)?.label).toBe('40');
    const [held, atOnce, alone] = bars;
    expect([held, atOnce].map((bar) => [bar?.series, bar?.x, bar?.width])).toEqual([
      ['held', 6, 38],
      ['atOnce', 6, 38],
    ]);
    expect([held?.y, held?.height]).toEqual([25, 75]);
    expect([atOnce?.y, (atOnce?.y ?? 0) + (atOnce?.height ?? 0)]).toEqual([0, 24.5]);
    expect([alone?.y, alone?.height]).toEqual([50, 50]);
  });

  test('where the tallest fills the picture, it gives way to those that happened once', () => {
    const series = [1_999_990, 1, 1].map((value, at) => ({ name: String(at), values: [value] }));
    const tops = barChart(series, ['a'], stacked).bars.map(({ y }) => y);
    expect(tops).toEqual([2, 1, 0]);
  });

  test('whatever the numbers, none leaves the picture, none hides another, and all are seen', () => {
    fc.assert(
      fc.property(counts, counts, counts, (approved, spam, trash) => {
        const series = [approved, spam, trash].map((values, at) => ({ name: String(at), values }));
        const { bars } = barChart(series, hours, stacked);
        expect(bars).toHaveLength([...approved, ...spam, ...trash].filter((value) => value > 0).length);
        for (const group of Map.groupBy(bars, ({ x }) => x).values()) {
          let top = 100;
          for (const { y, height } of group) {
            expect(height).toBeGreaterThan(0);
            expect(y + height).toBeLessThanOrEqual(top + 0.02);
            top = y;
          }
          expect(top).toBeGreaterThanOrEqual(-0.02);
        }
      }),
    );
  });
});
