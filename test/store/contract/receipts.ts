import { describe, expect, test } from '@jest/globals';
import type { Receipt } from '../../../src/comments/receipt.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const aReceipt = (hash: string, fields: Partial<Receipt> = {}): Receipt => ({
  hash,
  commentId: idOf(1),
  createdAt: 7,
  proven: false,
  ...fields,
});

export function receiptsContract(world: World): void {
  describe('receipts', () => {
    test('come back by their hash, and by comment oldest first; a known hash stays what it was', async () => {
      const { receipts } = world.store();
      const all = [aReceipt('b', { createdAt: 5 }), aReceipt('a', { proven: true })];
      for (const receipt of all.toReversed()) await receipts.add(receipt);
      await receipts.add(aReceipt('a', { commentId: idOf(2), createdAt: 9 }));
      expect(await receipts.byHash('a')).toEqual(all[1]);
      expect(await receipts.byHash('c')).toBeUndefined();
      expect(await receipts.of(idOf(1))).toEqual(all);
      expect(await receipts.of(idOf(2))).toEqual([]);
    });

    test('what an author was told takes the place of what was told before, and can be taken back', async () => {
      const { explanations } = world.store();
      expect(await explanations.of(idOf(1))).toBeNull();
      for (const text of ['Off the point.', 'Please leave the name out.']) await explanations.tell(idOf(1), text);
      expect([await explanations.of(idOf(1)), await explanations.of(idOf(2))]).toEqual([
        'Please leave the name out.',
        null,
      ]);
      await explanations.tell(idOf(1), null);
      expect(await explanations.of(idOf(1))).toBeNull();
    });

    test('go with the comment when it is erased, and what its author was told', async () => {
      const { comments, erasures, receipts, explanations } = world.store();
      for (const number of [1, 2, 3]) {
        await comments.add(aComment(number), thread);
        await receipts.add(aReceipt(`of-${number}`, { commentId: idOf(number) }));
        await explanations.tell(idOf(number), 'Why.');
      }
      await erasures.empty(idOf(1), 'approved', 5);
      await erasures.remove(idOf(2));
      for (const [number, left] of [
        [1, 0],
        [2, 0],
        [3, 1],
      ] as const) {
        expect(await receipts.of(idOf(number))).toHaveLength(left);
        expect(await explanations.of(idOf(number))).toBe(left ? 'Why.' : null);
      }
    });
  });
}
