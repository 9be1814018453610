import { describe, expect, test } from '@jest/globals';
import type { Decided, Received, Span } from '../../src/comments/statistics.ts';
import { createStatistics } from '../../src/comments/statistics-report.ts';
import type { Count } from '../../src/comments/tally.ts';

const dayMs = 24 * 3_600_000;
const today = Date.UTC(2022, 0, 14);

describe('the statistics', () => {
  test.each([7, 30, 90] as const)('cover %d days without a gap, today the last', async (range) => {
    const { days } = await counting()(range);
    expect(days.map(({ day }) => day)).toEqual(
      Array.from({ length: range }, (_, at) => today - (range - 1 - at) * dayMs),
    );
    expect(days.every(({ received, median }) => received === 0 && median === null)).toBe(true);
  });

  test('add up the days', async () => {
    const statistics = counting({
      received: [
        [today, came('tides', 5, 3)],
        [today, came('tides', 1, 1)],
        [today - dayMs, came('moon', 2, 2)],
        [today - 7 * dayMs, came('moon', 100, 100)],
      ],
      decided: [
        [today, went('approved', 10, 2)],
        [today, went('spam', 90, 1)],
        [today - dayMs, went('approved', 20, 1)],
        [today - dayMs, went('trash', null, 4)],
        [today - dayMs, went('pending', 30, 1)],
      ],
    });
    const { days, total, articles } = await statistics(7);
    const before = { received: 2, atOnce: 0, held: 2, approved: 1, spam: 0, trash: 4, median: 20, ninetieth: 30 };
    const last = { received: 6, atOnce: 2, held: 4, approved: 2, spam: 1, trash: 0, median: 10, ninetieth: 90 };
    expect(days.slice(-2)).toEqual([
      { day: today - dayMs, ...before },
      { day: today, ...last },
    ]);
    expect(total).toEqual({
      received: 8,
      atOnce: 2,
      held: 6,
      approved: 3,
      spam: 1,
      trash: 4,
      median: 20,
      ninetieth: 90,
    });
    expect(articles.map(({ thread, received, held }) => [thread.title, received, held])).toEqual([
      ['Title of tides', 6, 4],
      ['Title of moon', 2, 2],
    ]);
  });

  test('name the ten articles that received most; of equals the one with more held', async () => {
    const received = Array.from({ length: 12 }, (_, at) => [today, came(`article-${at}`, at, 0)] as const);
    const { articles } = await counting({ received: [...received, [today, came('equal', 11, 1)]] })(7);
    expect(articles.map(({ thread }) => thread.key).slice(0, 3)).toEqual(['equal', 'article-11', 'article-10']);
    expect(articles).toHaveLength(10);
  });

  test('sum up what the guard said in eight days, most first', async () => {
    const of = (what: Count['what'], count: number, hour: number, key = ''): Count => ({ what, count, hour, key });
    const { verdicts } = await counting({
      counts: [
        of('held', 2, today, 'links'),
        of('held', 3, today - 7 * dayMs, 'flood'),
        of('passed', 4, today),
        of('network', 9, today, 'somewhere'),
        of('issued', 9, today),
        of('passed', 50, today - 9 * dayMs),
      ],
    })(7);
    expect(verdicts).toEqual([
      { what: 'passed', key: '', count: 4 },
      { what: 'held', key: 'flood', count: 3 },
      { what: 'held', key: 'links', count: 2 },
    ]);
  });

  test('are kept for a minute, each range by itself', async () => {
    const clock = { now: today + 1 };
    const received: (readonly [number, Received])[] = [];
    const statistics = counting({ received }, clock);
    expect((await statistics(7)).total.received).toBe(0);
    received.push([today, came('tides', 1, 0)]);
    clock.now += 59_999;
    expect((await statistics(7)).total.received).toBe(0);
    expect((await statistics(30)).total.received).toBe(1);
    clock.now += 1;
    expect((await statistics(7)).total.received).toBe(1);
  });
});

const came = (threadKey: string, received: number, held: number): Received => ({ threadKey, received, held });
const went = (status: Decided['status'], minutes: number | null, comments: number): Decided => ({
  status,
  minutes,
  comments,
});

type Dated<T> = readonly (readonly [at: number, T])[];

/** Over these rows, in the last millisecond of the day. */
function counting(
  rows: { received?: Dated<Received>; decided?: Dated<Decided>; counts?: readonly Count[] } = {},
  clock = { now: today + dayMs - 1 },
) {
  const within = <T>(dated: Dated<T> = [], { from, until }: Span): readonly T[] =>
    dated.filter(([at]) => at >= from && at < until).map(([, row]) => row);
  return createStatistics({
    store: {
      received: async (span) => within(rows.received, span),
      decided: async (span) => within(rows.decided, span),
      threads: async (keys) => keys.map((key) => ({ key, url: `/articles/${key}`, title: `Title of ${key}` })),
    },
    tally: { flush: () => Promise.reject(new Error('the database is away')) },
    counts: { since: async (since) => (rows.counts ?? []).filter(({ hour }) => hour >= since) },
    now: () => clock.now,
  });
}
