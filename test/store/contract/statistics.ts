import { describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { Comment } from '../../../src/comments/comment.ts';
import type { Decided, Received } from '../../../src/comments/statistics.ts';
import { aComment, thread } from '../samples.ts';
import type { World } from './world.ts';

const hourMs = 3_600_000;
const day = { from: Date.UTC(2022, 0, 14), until: Date.UTC(2022, 0, 15) };
const held = { rule: 'firstComment', reason: 'First comment of this author' };

export function statisticsContract(world: World): void {
  /** Stores a comment received at that moment; gives its id. */
  const receive = async (createdAt: number, fields: Partial<Comment> = {}, of = thread): Promise<string> => {
    const id = v7({ msecs: createdAt });
    const own = { id, rootId: id, submissionId: id, cluster: id, threadKey: of.key, createdAt };
    await world.store().comments.add(aComment(1, { ...held, ...own, ...fields }), of);
    return id;
  };
  const place = (ids: readonly string[], status: Comment['status'], decidedAt: number | null): Promise<void> =>
    world.store().transaction(({ queue }) => queue.place(ids, status, decidedAt));

  describe('statistics', () => {
    test('count what came in within a span, by article, and how much of it was held', async () => {
      const other = { key: 'moon', url: '/articles/moon', title: 'Moon' };
      await receive(day.from - 1);
      await receive(day.from);
      await receive(day.from + 7 * hourMs, { status: 'approved', rule: null, reason: null });
      await receive(day.until - 1, { status: 'spam' });
      await receive(day.until - 1, {}, other);
      await receive(day.until);
      const { statistics } = world.store();
      expect(summed(await statistics.received(day))).toEqual({
        tides: { received: 3, held: 2 },
        moon: { received: 1, held: 1 },
      });
      expect(await statistics.received({ from: 0, until: 1 })).toEqual([]);
      expect(await statistics.threads(['moon', 'nowhere'])).toEqual([other]);
      expect(await statistics.threads([])).toEqual([]);
    });

    test('leave out what moderators wrote and what was erased', async () => {
      const ids = [
        await receive(day.from, { moderatorId: 'mo' }),
        await receive(day.from, { erasedAt: day.from }),
        await receive(day.from),
      ];
      await place(ids, 'approved', day.from + hourMs);
      const { statistics, waiting } = world.store();
      expect(summed(await statistics.received(day))).toEqual({ tides: { received: 1, held: 1 } });
      expect(await statistics.decided(day)).toEqual([{ status: 'approved', minutes: 60, comments: 1 }]);
      expect(await waiting.waits(0, 9)).toEqual([hourMs]);
    });

    test('count a comment when it was first decided on, as what it is now, with whole minutes of waiting', async () => {
      const [one, two, atOnce] = [
        await receive(day.from),
        await receive(day.from + 59_999),
        await receive(day.from, { status: 'approved', rule: null, reason: null }),
      ];
      await place([one, two], 'approved', day.from + 10 * 60_000);
      await place([one], 'spam', day.until + hourMs);
      await place([atOnce], 'trash', day.until - 1);
      expect(sorted(await world.store().statistics.decided(day))).toEqual([
        { status: 'approved', minutes: 9, comments: 1 },
        { status: 'spam', minutes: 10, comments: 1 },
        { status: 'trash', minutes: null, comments: 1 },
      ]);
      expect(await world.store().statistics.decided({ from: day.until, until: day.until + 2 * hourMs })).toEqual([]);
    });

    test('a decision that is undone is none, and one that is made again counts from when it is made', async () => {
      const id = await receive(day.from);
      await place([id], 'spam', day.from + 60_000);
      await place([id], 'pending', null);
      expect(await world.store().statistics.decided(day)).toEqual([]);
      expect(await world.store().waiting.waits(0, 9)).toEqual([]);
      await place([id], 'approved', day.from + 3 * 60_000);
      await place([id], 'trash', day.from + 4 * 60_000);
      await place([id], 'approved', day.from + 3 * 60_000);
      expect(await world.store().statistics.decided(day)).toEqual([{ status: 'approved', minutes: 3, comments: 1 }]);
    });
  });

  describe('waiting', () => {
    test('how many wait that came earlier, counted up to a bound', async () => {
      const ids = [];
      for (const hour of [1, 2, 3, 4, 5]) ids.push(await receive(day.from + hour * hourMs));
      const [first = '', second = '', third = '', , last = ''] = ids;
      const { waiting } = world.store();
      expect(await waiting.before([first, third, last], 9)).toEqual(
        new Map([
          [first, 0],
          [third, 2],
          [last, 4],
        ]),
      );
      expect(await waiting.before([last], 3)).toEqual(new Map([[last, 3]]));
      await place([second], 'approved', day.until);
      await receive(day.from, { erasedAt: day.until });
      expect(await waiting.before([last], 9)).toEqual(new Map([[last, 3]]));
      expect(await waiting.before([], 9)).toEqual(new Map());
    });

    test('how long the last ones had waited that were held and then approved', async () => {
      const ids = [];
      for (const hour of [1, 2, 3, 4, 5]) ids.push(await receive(day.from + hour * hourMs));
      const [one = '', two = '', three = '', four = ''] = ids;
      await place([one], 'approved', day.from + 10 * hourMs);
      await place([two], 'approved', day.from + 9 * hourMs);
      await place([three], 'spam', day.from + 11 * hourMs);
      await place([four], 'approved', day.from + 8 * hourMs);
      await place([await receive(day.from, { status: 'approved', rule: null, reason: null })], 'approved', day.until);
      const { waiting } = world.store();
      expect(await waiting.waits(0, 9)).toEqual([9 * hourMs, 7 * hourMs, 4 * hourMs]);
      expect(await waiting.waits(0, 2)).toEqual([9 * hourMs, 7 * hourMs]);
      expect(await waiting.waits(day.from + 9 * hourMs, 9)).toEqual([9 * hourMs, 7 * hourMs]);
    });
  });
}

/** By article; each may come in several parts. */
function summed(rows: readonly Received[]) {
  const sums: Record<string, Omit<Received, 'threadKey'>> = {};
  for (const { threadKey, received, held } of rows) {
    const sum = sums[threadKey] ?? { received: 0, held: 0 };
    sums[threadKey] = { received: sum.received + received, held: sum.held + held };
  }
  return sums;
}

const sorted = (rows: readonly Decided[]): readonly Decided[] =>
  rows.toSorted((one, other) => (one.status < other.status ? -1 : 1));
