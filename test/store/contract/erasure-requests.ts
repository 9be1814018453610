import { describe, expect, test } from '@jest/globals';
import type { ErasureRequest } from '../../../src/comments/erasure-request.ts';
import { aComment, idOf, thread } from '../samples.ts';
import { atOnce, type World } from './world.ts';

const aRequest = (number: number, fields: Partial<ErasureRequest> = {}): ErasureRequest => ({
  id: idOf(number),
  commentId: idOf(1),
  email: null,
  askedAt: number,
  state: 'open',
  settledAt: null,
  ...fields,
});

const email = 'ann@example.org';
const by = (typed: string) => ({ author: { name: 'Ann', email: typed, website: null } });

export function erasureRequestsContract(world: World): void {
  describe('requests to be erased', () => {
    test('one that is open is not asked again, at once neither; one that was settled may be', async () => {
      const { erasureRequests } = world.store();
      await atOnce(3, (number) => erasureRequests.add(aRequest(number)));
      await erasureRequests.add(aRequest(5, { email }));
      await erasureRequests.add(aRequest(6, { email, commentId: idOf(2) }));
      const [first, second] = await erasureRequests.open(9);
      expect([await erasureRequests.countOpen(), second]).toEqual([2, aRequest(5, { email })]);
      expect(await erasureRequests.settle(first?.id ?? '', 'declined', 7)).toBe(true);
      expect(await erasureRequests.settle(first?.id ?? '', 'done', 8)).toBe(false);
      await erasureRequests.add(aRequest(9));
      expect(await erasureRequests.latest({ commentId: idOf(1), email: null })).toEqual(aRequest(9));
      expect(await erasureRequests.latest({ commentId: idOf(3), email })).toEqual(aRequest(5, { email }));
      expect(await erasureRequests.latest({ commentId: idOf(2), email: null })).toBeUndefined();
    });

    test('are forgotten with the last comment that they are about, and the address with them', async () => {
      const { comments, erasures, erasureRequests, followers } = world.store();
      await comments.add(aComment(1, by('Ann@Example.org')), thread);
      await comments.add(aComment(2, by(email)), thread);
      const follower = {
        id: idOf(8),
        email,
        threadKey: thread.key,
        commentId: null,
        origin: 'o',
        createdAt: 1,
        language: null,
      };
      await followers.add({ ...follower, confirmHash: 'c', stopHash: 's', confirmedAt: 2 });
      for (const request of [aRequest(5), aRequest(6, { email })]) await erasureRequests.add(request);
      await erasures.empty(idOf(1), 'approved', 9);
      expect(await erasureRequests.open(9)).toEqual([aRequest(6, { email })]);
      expect(await followers.ofAddress(email, { after: '', limit: 9 })).toHaveLength(1);
      await erasures.remove(idOf(2));
      expect(await erasureRequests.open(9)).toEqual([]);
      expect(await followers.ofAddress(email, { after: '', limit: 9 })).toEqual([]);
    });

    test('what became of one is known for three months', async () => {
      const store = world.store();
      const day = 24 * 3_600_000;
      for (const number of [1, 2]) await store.erasureRequests.add(aRequest(number, { commentId: idOf(number) }));
      await store.erasureRequests.settle(idOf(1), 'declined', 3);
      const known = async () => (await store.erasureRequests.latest({ commentId: idOf(1), email: null }))?.state;
      await store.sweep(3 + 90 * day - 1);
      expect(await known()).toBe('declined');
      await store.sweep(3 + 90 * day);
      expect([await known(), await store.erasureRequests.countOpen()]).toEqual([undefined, 1]);
    });

    test('comments under an address are found however it was typed, a page at a time', async () => {
      const { comments, receipts } = world.store();
      const typed = ['Ann@example.org', 'ann@EXAMPLE.ORG', email, 'ann@example.com', null];
      for (const [at, each] of typed.entries())
        await comments.add(aComment(at + 1, { author: { name: 'Ann', email: each, website: null } }), thread);
      const found = async (after: string, limit: number) =>
        (await receipts.commentsUnder(email, { after, limit })).map(({ id }) => id);
      expect([await found('', 2), await found(idOf(2), 2)]).toEqual([[idOf(1), idOf(2)], [idOf(3)]]);
    });
  });
}
