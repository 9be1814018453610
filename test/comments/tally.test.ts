import { describe, expect, test } from '@jest/globals';
import { bothTallies, type Count, createTally, type TallyStore } from '../../src/comments/tally.ts';

const hour = Date.UTC(2022, 0, 14, 9);
const minute = 60_000;

describe('a tally', () => {
  test('adds up by hour, kind and key, and writes nothing before it is flushed', async () => {
    const { tally, clock, written } = counting();
    tally.count('wrong');
    clock.now += 59 * minute;
    tally.count('wrong');
    tally.count('held', 'links');
    tally.count('held', 'flood');
    clock.now += minute;
    tally.count('wrong');
    expect(written).toEqual([]);
    await tally.flush();
    expect(written).toEqual([
      [
        { hour, what: 'wrong', key: '', count: 2 },
        { hour, what: 'held', key: 'links', count: 1 },
        { hour, what: 'held', key: 'flood', count: 1 },
        { hour: hour + 60 * minute, what: 'wrong', key: '', count: 1 },
      ],
    ]);
  });

  test('writes each count once, and does not ask the database where there is none', async () => {
    const { tally, written } = counting();
    await tally.flush();
    tally.count('issued');
    await tally.flush();
    await tally.flush();
    expect(written).toHaveLength(1);
  });

  test('a write that fails is told, loses nothing and counts nothing twice', async () => {
    const { tally, store, written } = counting();
    tally.count('passed');
    store.fault = new Error('disk full');
    const failing = tally.flush();
    tally.count('passed');
    tally.count('wrong');
    await expect(failing).rejects.toThrow('disk full');
    store.fault = null;
    await tally.flush();
    expect(written.flat()).toEqual(
      [
        { hour, what: 'wrong', key: '', count: 1 },
        { hour, what: 'passed', key: '', count: 2 },
      ].toSorted((one, other) => (one.what < other.what ? -1 : 1)),
    );
  });

  test('flushing twice at once writes each count once', async () => {
    const { tally, written } = counting();
    tally.count('passed');
    const first = tally.flush();
    tally.count('passed');
    await Promise.all([first, tally.flush()]);
    expect(written.flat().map(({ count }) => count)).toEqual([2]);
  });

  test('of networks it holds so many, and counts the rest together; rules are always told apart', async () => {
    const { tally, written } = counting();
    for (let at = 0; at < 2_010; at += 1) tally.count('network', `network-${at}`);
    tally.count('network', 'network-7');
    tally.count('held', 'links');
    await tally.flush();
    const counts = written.flat();
    expect(counts).toHaveLength(2_002);
    expect(counts).toContainEqual({ hour, what: 'network', key: 'other', count: 10 });
    expect(counts).toContainEqual({ hour, what: 'network', key: 'network-7', count: 2 });
    expect(counts).toContainEqual({ hour, what: 'held', key: 'links', count: 1 });
  });

  test('so it is while writing fails, too', async () => {
    const { tally, store, written } = counting();
    store.fault = new Error('disk full');
    for (let at = 0; at < 6_000; at += 1) {
      tally.count('network', `network-${at}`);
      if (at % 1_000 === 0) await tally.flush().catch(() => undefined);
    }
    store.fault = null;
    await tally.flush();
    expect(written.flat()).toHaveLength(2_001);
    expect(written.flat().reduce((sum, { count }) => sum + count, 0)).toBe(6_000);
  });
});

test('two tallies both count; one is written', async () => {
  const { tally, written } = counting();
  const seen: (readonly unknown[])[] = [];
  const both = bothTallies(tally, { count: (what, key) => void seen.push([what, key]) });
  both.count('held', 'links');
  both.count('issued');
  await both.flush();
  expect(seen).toEqual([
    ['held', 'links'],
    ['issued', undefined],
  ]);
  expect(written.flat().map(({ what }) => what)).toEqual(['held', 'issued']);
});

/** A tally over a store that keeps what it is given, and fails while it has a fault. */
function counting() {
  const clock = { now: hour };
  const written: (readonly Count[])[] = [];
  const store: TallyStore & { fault: Error | null } = {
    fault: null,
    async add(counts) {
      await new Promise(setImmediate);
      if (store.fault) throw store.fault;
      written.push(counts);
    },
    since: async () => written.flat(),
    total: async () => 0,
  };
  return { tally: createTally({ store, now: () => clock.now }), clock, store, written };
}
