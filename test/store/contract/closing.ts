import { describe, expect, test } from '@jest/globals';
import { aComment, thread } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

export function closingContract(world: World): void {
  describe('what is set', () => {
    test('is read by name, changed, and unset', async () => {
      const { settings } = world.store();
      expect(await settings.read('closeAfterDays', 'frozenSince')).toEqual({});
      await settings.set('closeAfterDays', '30');
      await settings.set('lists', 'one');
      await settings.set('lists', 'two');
      expect(await settings.read('closeAfterDays', 'frozenSince', 'lists')).toEqual({
        closeAfterDays: '30',
        lists: 'two',
      });
      await settings.set('closeAfterDays', null);
      await settings.set('frozenSince', null);
      expect(await settings.read('closeAfterDays', 'lists')).toEqual({ lists: 'two' });
    });

    test('by many at once ends as one of them has set it', async () => {
      const other = await world.another();
      await atOnce(20, (n) =>
        (n % 2 ? other : world.store()).transaction(({ settings }) => settings.set('lists', `version ${n}`)),
      );
      expect((await world.store().settings.read('lists')).lists).toMatch(/^version \d+$/);
    });
  });

  describe('closed threads', () => {
    test('a thread is closed and opened, with comments and without', async () => {
      const { comments, threads } = world.store();
      const empty = { key: 'winds', url: '/articles/winds', title: 'Winds' };
      await comments.add(aComment(1), thread);
      expect([await threads.closedAt('tides'), await threads.closedAt('winds')]).toEqual([null, null]);
      await threads.close(thread, 7);
      await threads.close(empty, 8);
      expect([await threads.closedAt('tides'), await threads.closedAt('winds')]).toEqual([7, 8]);
      expect(await threads.closed()).toEqual(new Set(['tides', 'winds']));
      await threads.close(thread, null);
      expect([await threads.closedAt('tides'), await threads.closed()]).toEqual([null, new Set(['winds'])]);
    });

    test('a comment that is stored leaves its thread as it was', async () => {
      const { comments, threads } = world.store();
      await threads.close(thread, 7);
      await comments.add(aComment(1), { ...thread, title: 'Tides and winds' });
      expect(await threads.closedAt('tides')).toBe(7);
    });
  });
}
