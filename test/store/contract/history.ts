import { describe, expect, test } from '@jest/globals';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const ann = { id: 'visitor-of-ann', author: null };

export function historyContract(world: World): void {
  describe('what is known of a visitor', () => {
    test('counts what a moderator approved of this session alone, and what was spam', async () => {
      const { comments, queue } = world.store();
      for (const number of [1, 2, 3, 4]) await comments.add(aComment(number), thread);
      await comments.add(aComment(5, { visitor: 'visitor-of-bob' }), thread);
      await queue.place([idOf(1), idOf(2), idOf(5)], 'approved', 1);
      await queue.place([idOf(3)], 'spam', 1);
      expect(await comments.historyOf(ann)).toEqual({ approved: 2, spam: 1 });
      expect(await comments.historyOf({ id: 'visitor-of-eve', author: null })).toEqual({ approved: 0, spam: 0 });
    });

    test('what was published at once is no proof until a moderator has decided', async () => {
      const { comments, queue } = world.store();
      await comments.add(aComment(1, { status: 'approved' }), thread);
      expect(await comments.historyOf(ann)).toEqual({ approved: 0, spam: 0 });
      await queue.place([idOf(1)], 'pending', 1);
      await queue.place([idOf(1)], 'approved', 2);
      expect(await comments.historyOf(ann)).toEqual({ approved: 1, spam: 0 });
    });

    test('a remembered author is known by the device too, in another session', async () => {
      const { comments, queue } = world.store();
      await comments.add(aComment(1, { authorKey: 'device-of-ann' }), thread);
      await queue.place([idOf(1)], 'approved', 1);
      const elsewhere = { id: 'another-visit', author: 'device-of-ann' };
      expect(await comments.historyOf(elsewhere)).toEqual({ approved: 1, spam: 0 });
      expect(await comments.historyOf({ ...elsewhere, author: null })).toEqual({ approved: 0, spam: 0 });
    });

    test('words are repeated when they come from another address, as long as addresses are kept', async () => {
      const store = world.store();
      const { comments } = store;
      await comments.add(aComment(1, { fingerprint: 'words', address: 'here' }), thread);
      expect(await comments.isRepeated('words', 'there')).toBe(true);
      expect(await comments.isRepeated('words', 'here')).toBe(false);
      expect(await comments.isRepeated('others', 'there')).toBe(false);
      const week = 7 * 24 * 3_600_000;
      await store.sweep(aComment(1).createdAt + week - 1);
      expect(await comments.isRepeated('words', 'there')).toBe(true);
      await store.sweep(aComment(1).createdAt + week);
      expect(await comments.isRepeated('words', 'there')).toBe(false);
      expect((await comments.byId(idOf(1)))?.address).toBeNull();
    });

    test('the same words of the same visitor in the same place are one comment', async () => {
      const { comments, queue } = world.store();
      const first = aComment(1, { body: 'Twice' });
      await comments.add(first, thread);
      const { visitor, threadKey, parentId, body } = first;
      expect((await comments.twinOf({ visitor, threadKey, parentId, body }))?.id).toBe(first.id);
      for (const other of [{ visitor: 'bob' }, { threadKey: 'moon' }, { parentId: idOf(1) }, { body: 'Once' }])
        expect(await comments.twinOf({ visitor, threadKey, parentId, body, ...other })).toBeUndefined();
      await queue.place([first.id], 'trash', 1);
      expect(await comments.twinOf({ visitor, threadKey, parentId, body })).toBeUndefined();
    });
  });
}
