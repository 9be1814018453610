import { describe, expect, test } from '@jest/globals';
import { createGuardReport } from '../../src/comments/guard-report.ts';
import { type Count, type Counted, createTally, type TallyStore } from '../../src/comments/tally.ts';

const hourMs = 3_600_000;
const hour = Date.UTC(2022, 0, 14, 9);
const calm = { open: false, wrongLately: 1, wrongToday: 2, rightToday: 30 };

describe('the report of the guard', () => {
  test('has the last 24 hours, oldest first, without gaps', async () => {
    const { report } = reporting([
      of('issued', 9, hour),
      of('passed', 4, hour - 2 * hourMs),
      of('wrong', 3, hour - 23 * hourMs),
      of('issued', 99, hour - 24 * hourMs),
    ]);
    const { hours } = await report();
    expect(hours.map((each) => each.hour)).toEqual(Array.from({ length: 24 }, (_, at) => hour - (23 - at) * hourMs));
    expect(hours.at(0)).toEqual({ hour: hour - 23 * hourMs, issued: 0, right: 0, wrong: 3 });
    expect(hours.at(-1)).toEqual({ hour, issued: 9, right: 0, wrong: 0 });
    expect(hours.at(-3)).toMatchObject({ right: 4 });
    expect(hours.reduce((sum, { issued, right, wrong }) => sum + issued + right + wrong, 0)).toBe(16);
  });

  test('is current: what this process has only counted is in it', async () => {
    const { report, tally } = reporting();
    tally.count('issued');
    tally.count('published');
    tally.count('published');
    expect(await report()).toMatchObject({ published: 2, breaker: calm });
    expect((await report()).hours.at(-1)?.issued).toBe(1);
  });

  test('sums rules and limits over the hours, most first', async () => {
    const { report } = reporting([
      of('held', 2, hour, 'links'),
      of('held', 3, hour - hourMs, 'flood'),
      of('held', 2, hour - 5 * hourMs, 'links'),
      of('held', 50, hour - 24 * hourMs, 'flood'),
      of('refused', 1, hour, 'held-site'),
      of('refused', 6, hour, 'held-address'),
    ]);
    const { held, refused } = await report();
    expect(held).toEqual([
      { rule: 'links', count: 4 },
      { rule: 'flood', count: 3 },
    ]);
    expect(refused).toEqual([
      { limit: 'held-address', count: 6 },
      { limit: 'held-site', count: 1 },
    ]);
  });

  test('names the ten networks that answer wrong most often', async () => {
    const wrong = Array.from({ length: 12 }, (_, at) => of('network', at + 1, hour - at * hourMs, `network-${at + 1}`));
    const { networks } = await reporting(wrong).report();
    expect(networks).toHaveLength(10);
    expect(networks.slice(0, 2)).toEqual([
      { network: 'network-12', wrong: 12 },
      { network: 'network-11', wrong: 11 },
    ]);
  });

  test('is empty where nothing was counted', async () => {
    const { hours, ...rest } = await reporting().report();
    expect(hours).toHaveLength(24);
    expect(rest).toEqual({ breaker: calm, networks: [], held: [], refused: [], published: 0 });
  });
});

const of = (what: Counted, count: number, at: number, key = ''): Count => ({ hour: at, what, key, count });

/** A report at half past nine over these counts. */
function reporting(counts: readonly Count[] = []) {
  const kept = [...counts];
  const now = (): number => hour + 30 * 60_000;
  const store: TallyStore = {
    add: async (added) => void kept.push(...added),
    since: async (since) => kept.filter((count) => count.hour >= since),
    total: async () => 0,
  };
  const tally = createTally({ store, now });
  return { tally, report: createGuardReport({ tally, store, breaker: async () => calm, now }) };
}
