import { describe, expect, test } from '@jest/globals';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const start = 1_700_000_000_000;

export function erasuresContract(world: World): void {
  describe('erasing', () => {
    test.each(['empty', 'remove'] as const)(
      'by %s takes unsent news and links of the comment along, and of no other',
      async (how) => {
        const store = world.store();
        for (const number of [1, 2]) {
          await store.comments.add(aComment(number), thread);
          const whom = { channel: 'email', occasion: 'held', recipient: 'ann', lane: null } as const;
          const entry = { id: idOf(number), ...whom, about: idOf(number), dueAt: start, createdAt: start };
          await store.outbox.add([entry]);
          const link = { commentId: idOf(number), action: 'approve', moderatorId: 'mo', expiresAt: start + 9 } as const;
          await store.mailLinks.offer([{ ...link, hash: `hash-${number}` }]);
        }
        await store.transaction(({ erasures }) =>
          how === 'empty' ? erasures.empty(idOf(1), 'approved', start) : erasures.remove(idOf(1)),
        );
        const lease = { token: 'mine', now: start, until: start + 1_000, limit: 10 };
        expect((await store.outbox.claim('email', lease)).map(({ id }) => id)).toEqual([idOf(2)]);
        expect(await store.mailLinks.byHash('hash-1', start)).toBeUndefined();
        expect(await store.mailLinks.byHash('hash-2', start)).toMatchObject({ commentId: idOf(2) });
      },
    );
  });
}
