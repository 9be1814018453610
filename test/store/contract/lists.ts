import { describe, expect, test } from '@jest/globals';
import type { ListEntry } from '../../../src/comments/list-entry.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const dayMs = 24 * 3_600_000;

function anEntry(number: number, fields: Partial<ListEntry> = {}): ListEntry {
  return {
    id: idOf(number),
    kind: 'word',
    value: `word ${number}`,
    effect: 'hold',
    expiresAt: null,
    createdAt: 1_700_000_000_000 + number,
    createdBy: 'ann',
    removedAt: null,
    ...fields,
  };
}

export function listsContract(world: World): void {
  describe('the lists', () => {
    test('an entry comes back as it was added, the newest first', async () => {
      const { lists } = world.store();
      const entries = [
        anEntry(1, { value: '\'; drop table -- "% 🦔 é', expiresAt: 1_800_000_000_000 }),
        anEntry(2, { kind: 'network', value: 'x'.repeat(43), effect: 'block' }),
      ];
      for (const entry of entries) await lists.add(entry);
      expect(await lists.all()).toEqual(entries.toReversed());
      expect(await lists.byId(idOf(1))).toEqual(entries[0]);
      expect(await lists.byId(idOf(9))).toBeUndefined();
    });

    test('one that is taken off is still known, and can be put back', async () => {
      const { lists } = world.store();
      for (const number of [1, 2]) await lists.add(anEntry(number));
      await lists.place(idOf(1), 5);
      expect(await lists.all()).toEqual([anEntry(2)]);
      expect(await lists.byId(idOf(1))).toEqual(anEntry(1, { removedAt: 5 }));
      await lists.place(idOf(1), null);
      expect(await lists.all()).toEqual([anEntry(2), anEntry(1)]);
    });

    test('an unknown kind or effect is refused', async () => {
      const { lists } = world.store();
      await expect(lists.add(anEntry(1, { kind: 'mood' as 'word' }))).rejects.toThrow(/check/i);
      await expect(lists.add(anEntry(1, { effect: 'burn' as 'hold' }))).rejects.toThrow(/check/i);
      expect(await lists.all()).toEqual([]);
    });

    test('a transaction that fails leaves them as they were', async () => {
      const store = world.store();
      const work = store.transaction(async ({ lists, settings }) => {
        await settings.set('lists', 'new');
        await lists.add(anEntry(1));
        throw new Error('the power went');
      });
      await expect(work).rejects.toThrow('the power went');
      expect([await store.lists.all(), await store.settings.read('lists')]).toEqual([[], {}]);
    });

    test('sweeping keeps what expired for a week, and what was taken off for a day', async () => {
      const store = world.store();
      const at = 1_700_000_000_000;
      await store.lists.add(anEntry(1));
      await store.lists.add(anEntry(2, { expiresAt: at }));
      await store.lists.add(anEntry(3, { removedAt: at }));
      const kept = async () => [await store.lists.byId(idOf(2)), await store.lists.byId(idOf(3))].map(Boolean);
      await store.sweep(at + dayMs - 1);
      expect(await kept()).toEqual([true, true]);
      await store.sweep(at + dayMs);
      expect(await kept()).toEqual([true, false]);
      await store.sweep(at + 7 * dayMs - 1);
      expect(await kept()).toEqual([true, false]);
      await store.sweep(at + 7 * dayMs);
      expect(await kept()).toEqual([false, false]);
      expect(await store.lists.all()).toEqual([anEntry(1)]);
    });

    test('comments to try an entry on come newest first, a page at a time, from a moment on', async () => {
      const { comments, lists } = world.store();
      const author = { name: 'Ann', email: 'ann@example.org', website: 'https://ann.example/' };
      for (const number of [1, 2, 3]) await comments.add(aComment(number, { author, network: 'net' }), thread);
      const since = 0x019000000000;
      const first = await lists.past({ since, before: null, limit: 2 });
      expect(first.map(({ id }) => id)).toEqual([idOf(3), idOf(2)]);
      const html = '<p>Comment 1</p>';
      expect(await lists.past({ since, before: idOf(2), limit: 2 })).toEqual([
        { id: idOf(1), status: 'pending', author, html, address: null, network: 'net' },
      ]);
      expect(await lists.past({ since: since + 1, before: null, limit: 2 })).toEqual([]);
    });
  });
}
