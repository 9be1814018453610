import { describe, expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comments/comment.ts';
import type { Store } from '../../../src/store/store.ts';
import { aChallenge, aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

const session = 'session-of-ann';
const purpose = 'comment:tides';

export function transactionContract(world: World): void {
  describe('a transaction', () => {
    test('takes the challenge and stores the comment together', async () => {
      const store = world.store();
      await store.challenges.add(aChallenge('a'), 8);
      expect(await post(store, 1)).toBe('stored');
      expect(await store.challenges.find('a', session, purpose)).toBeUndefined();
      expect(await store.comments.byId(idOf(1))).toBeDefined();
    });

    test('leaves everything as it was when its work throws', async () => {
      const store = world.store();
      await store.challenges.add(aChallenge('a'), 8);
      const work = store.transaction(async ({ challenges, comments }) => {
        await challenges.take('a', session, purpose);
        await comments.add(aComment(1), thread);
        throw new Error('the power went');
      });
      await expect(work).rejects.toThrow('the power went');
      expect(await store.challenges.find('a', session, purpose)).toEqual(aChallenge('a'));
      expect(await store.comments.byId(idOf(1))).toBeUndefined();
      expect(await post(store, 2)).toBe('stored');
    });

    test('leaves everything as it was when a statement fails', async () => {
      const store = world.store();
      await store.comments.add(aComment(1, { submissionId: 'a' }), thread);
      await store.challenges.add(aChallenge('a'), 8);
      await expect(post(store, 2)).rejects.toThrow(/unique/i);
      expect(await store.challenges.find('a', session, purpose)).toBeDefined();
    });

    test('waits for another one with the same challenge, then sees its comment', async () => {
      const store = world.store();
      const other = await world.another();
      await store.challenges.add(aChallenge('a'), 8);
      const first = post(store, 1, () => new Promise((resolve) => setTimeout(resolve, 100)));
      const second = post(other, 2);
      const outcomes = await Promise.all([first, second]);
      expect(outcomes).toContain('stored');
      expect(outcomes.filter((outcome) => outcome !== 'stored')).toEqual([
        expect.objectContaining({ submissionId: 'a' }),
      ]);
    });

    test('fifty posts of one challenge store one comment', async () => {
      const store = world.store();
      const other = await world.another();
      await store.challenges.add(aChallenge('a'), 8);
      const outcomes = await atOnce(50, (n) => post(n % 2 ? other : store, n + 1));
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
      expect((await store.queue.countByStatus()).pending).toBe(1);
    });

    test('many posts to a new thread are all stored', async () => {
      const store = world.store();
      const other = await world.another();
      await atOnce(40, (n) => (n % 2 ? other : store).transaction(({ comments }) => comments.add(aComment(n), thread)));
      expect((await store.queue.countByStatus()).pending).toBe(40);
    });
  });
}

/** Posts as the site does: whoever takes the challenge stores, everyone else looks for what was stored. */
function post(store: Store, number: number, meanwhile?: () => Promise<void>): Promise<'stored' | Comment | undefined> {
  return store.transaction(async ({ challenges, comments }) => {
    if (!(await challenges.take('a', session, purpose))) return comments.bySubmission('a');
    await meanwhile?.();
    await comments.add(aComment(number, { submissionId: 'a' }), thread);
    return 'stored';
  });
}
