import { describe, expect, test } from '@jest/globals';
import type { Lease, NewEntry } from '../../../src/comments/outbox.ts';
import { idOf } from '../samples.ts';
import { atOnce, type World } from './world.ts';

const start = 1_700_000_000_000;

function anEntry(number: number, fields: Partial<NewEntry> = {}): NewEntry {
  const whom = { channel: 'email', occasion: 'held', about: idOf(number), recipient: 'ann', lane: null } as const;
  return { id: idOf(number), ...whom, dueAt: start, createdAt: start, ...fields };
}

const aLease = (fields: Partial<Lease> = {}): Lease => ({
  token: 'mine',
  now: start,
  until: start + 1_000,
  limit: 10,
  ...fields,
});

export function outboxContract(world: World): void {
  describe('the outbox', () => {
    const claimed = async (lease: Lease, channel: NewEntry['channel'] = 'email') =>
      (await world.store().outbox.claim(channel, lease)).map(({ id }) => id);

    test('an entry comes back as it was added, when it is due, for its channel alone', async () => {
      const { outbox } = world.store();
      const entries = [anEntry(1, { recipient: null, lane: 'tides' }), anEntry(2, { dueAt: start + 1 })];
      await outbox.add(entries);
      expect(await claimed(aLease(), 'webhook')).toEqual([]);
      const trouble = { attempts: 1, failedAt: null, error: null };
      expect(await outbox.claim('email', aLease())).toEqual([{ ...entries[0], ...trouble }]);
      expect(await claimed(aLease({ now: start + 1 }))).toEqual([idOf(2)]);
    });

    test('what waits to be told of one comment is taken back, and what was told keeps its mark', async () => {
      const { outbox } = world.store();
      await outbox.add([anEntry(1), anEntry(2, { about: idOf(1), recipient: 'bo' }), anEntry(3)]);
      const [told] = await outbox.claim('email', aLease({ limit: 1 }));
      await outbox.settle(told?.id ?? '', aLease(), start);
      await outbox.withdraw(idOf(1));
      await outbox.add([anEntry(4, { about: idOf(1) })]);
      expect(await claimed(aLease())).toEqual([idOf(3)]);
    });

    test('what is told of a comment may be told once more where that is forgotten, of this occasion alone', async () => {
      const { outbox } = world.store();
      const told = [anEntry(1), anEntry(2, { about: idOf(1), occasion: 'approved' }), anEntry(3)];
      await outbox.add(told);
      await outbox.forget(idOf(1), told[0]?.occasion ?? 'held');
      await outbox.add(told.map((entry, at) => ({ ...entry, id: idOf(at + 4) })));
      expect(await claimed(aLease())).toEqual([2, 3, 4].map(idOf));
    });

    test('nobody is told the same twice, sent or not, in one statement or in two', async () => {
      const { outbox } = world.store();
      await outbox.add([anEntry(1), anEntry(2, { about: idOf(1) })]);
      await outbox.add([anEntry(3, { about: idOf(1) }), anEntry(4, { about: idOf(1), recipient: 'bo' })]);
      expect(await claimed(aLease())).toEqual([idOf(1), idOf(4)]);
      await outbox.settle(idOf(1), aLease(), start);
      await outbox.add([anEntry(5, { about: idOf(1) })]);
      expect(await claimed(aLease({ now: start + 1_000 }))).toEqual([idOf(4)]);
      await outbox.forgo(idOf(4), aLease());
      await outbox.add([anEntry(6, { about: idOf(1), recipient: 'bo' })]);
      expect(await claimed(aLease({ now: start + 1_000 }))).toEqual([idOf(6)]);
    });

    test('what is leased is nobody else’s until the lease is over; then the late one has nothing to say', async () => {
      const { outbox } = world.store();
      await outbox.add([anEntry(1)]);
      expect(await claimed(aLease())).toEqual([idOf(1)]);
      expect(await claimed(aLease({ token: 'yours', now: start + 999 }))).toEqual([]);
      const yours = aLease({ token: 'yours', now: start + 1_000, until: start + 2_000 });
      expect(await outbox.claim('email', yours)).toMatchObject([{ id: idOf(1), attempts: 2 }]);
      await outbox.postpone(idOf(1), aLease(), { at: start, dueAt: start, error: 'late' });
      await outbox.forgo(idOf(1), aLease());
      await outbox.settle(idOf(1), aLease(), start);
      expect(await outbox.claim('email', aLease({ now: start + 2_000 }))).toMatchObject([{ attempts: 3, error: null }]);
    });

    test('what failed is due again later, or not at all until a moderator says so', async () => {
      const { outbox } = world.store();
      await outbox.add([anEntry(1), anEntry(2)]);
      await claimed(aLease());
      await outbox.postpone(idOf(1), aLease(), { at: start, dueAt: start + 5, error: 'away' });
      await outbox.postpone(idOf(2), aLease(), { at: start + 3, dueAt: null, error: 'no' });
      expect(await claimed(aLease({ now: start + 4 }))).toEqual([]);
      expect(await claimed(aLease({ now: start + 5 }))).toEqual([idOf(1)]);
      expect(await outbox.failed(10)).toMatchObject([{ id: idOf(2), attempts: 1, failedAt: start + 3, error: 'no' }]);
      expect([await outbox.retry(idOf(1), start), await outbox.discard(idOf(1))]).toEqual([false, false]);
      expect(await outbox.retry(idOf(2), start + 6)).toBe(true);
      expect(await outbox.failed(10)).toEqual([]);
      expect(await outbox.claim('email', aLease({ now: start + 6 }))).toMatchObject([{ id: idOf(2), attempts: 1 }]);
      await outbox.postpone(idOf(2), aLease(), { at: start, dueAt: null, error: 'no' });
      expect([await outbox.discard(idOf(2)), await outbox.discard(idOf(2))]).toEqual([true, false]);
    });

    test('of a lane only the first goes out, until it has gone or was given up', async () => {
      const { outbox } = world.store();
      const inLane = (number: number, lane: string) => anEntry(number, { channel: 'webhook', lane });
      await outbox.add([inLane(1, 'tides'), inLane(2, 'tides'), inLane(3, 'tides'), inLane(4, 'moon')]);
      expect(await claimed(aLease(), 'webhook')).toEqual([idOf(1), idOf(4)]);
      expect(await claimed(aLease(), 'webhook')).toEqual([]);
      await outbox.postpone(idOf(1), aLease(), { at: start, dueAt: start + 500, error: 'away' });
      expect(await claimed(aLease(), 'webhook')).toEqual([]);
      expect(await claimed(aLease({ now: start + 500 }), 'webhook')).toEqual([idOf(1)]);
      await outbox.settle(idOf(1), aLease(), start);
      expect(await claimed(aLease(), 'webhook')).toEqual([idOf(2)]);
      await outbox.postpone(idOf(2), aLease(), { at: start, dueAt: null, error: 'no' });
      expect(await claimed(aLease(), 'webhook')).toEqual([idOf(3)]);
    });

    test('many at once get each entry once', async () => {
      const stores = [world.store(), await world.another()];
      await world.store().outbox.add(await atOnce(60, async (number) => anEntry(number)));
      const gained = await atOnce(20, (number) =>
        (stores[number % 2] ?? world.store()).outbox.claim('email', aLease({ token: `${number}`, limit: 4 })),
      );
      const ids = gained.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await world.store().outbox.claim('email', aLease({ limit: 100 }));
      expect(ids.length + rest.length).toBe(60);
    });

    test('a transaction that fails leaves nothing to tell', async () => {
      const work = world.store().transaction(async ({ outbox }) => {
        await outbox.add([anEntry(1)]);
        throw new Error('the power went');
      });
      await expect(work).rejects.toThrow('the power went');
      expect(await claimed(aLease())).toEqual([]);
    });

    test('sweeping keeps what was told for 90 days, and what was not told for good', async () => {
      const store = world.store();
      await store.outbox.add([anEntry(1), anEntry(2)]);
      await claimed(aLease({ limit: 1 }));
      await store.outbox.settle(idOf(1), aLease(), start);
      const told = async () => {
        await store.outbox.add([anEntry(9, { about: idOf(1) })]);
        return !(await claimed(aLease({ now: start + 1_000, until: start + 1_000 }))).includes(idOf(9));
      };
      await store.sweep(start + 90 * 24 * 3_600_000 - 1);
      expect(await told()).toBe(true);
      await store.sweep(start + 90 * 24 * 3_600_000);
      expect(await told()).toBe(false);
      expect(await claimed(aLease({ now: start + 2_000 }))).toContain(idOf(2));
    });
  });
}
