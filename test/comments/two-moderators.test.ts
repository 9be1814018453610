import { describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { statuses } from '../../src/comments/comment.ts';
import { createModeration, lanes, type Moderation } from '../../src/comments/moderation.ts';
import { noFilter } from '../../src/comments/queue.ts';
import type { Store } from '../../src/store/store.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines } from '../support/engines.ts';

const rounds = 500;
const acts = ['approve', 'spam', 'trash'] as const;

describe.each(engines.map((engine) => [engine.name, engine] as const))(
  'two moderators at once (%s)',
  (_name, engine) => {
    test(`of ${rounds} comments that both decide on at the same moment each has one decision, and both are told which`, async () => {
      const { store, reopen, close } = await engine.open();
      const other = engine.lasting ? await reopen() : store;
      await store.transaction(async ({ comments }) => {
        for (let number = 1; number <= rounds; number += 1) await comments.add(aComment(number), thread);
      });
      const [mo, bo] = [moderationOf(store), moderationOf(other)];
      for (let round = 1; round <= rounds; round += 1) {
        const selection = { lane: 'pending', ids: [idOf(round)] } as const;
        const [mine, theirs] = [acts[round % 3] ?? 'spam', acts[(round + 1) % 3] ?? 'spam'];
        const barrier = Promise.withResolvers<void>();
        const both = Promise.all([
          barrier.promise.then(() => mo.decide(mine, selection, 'mo')),
          barrier.promise.then(() => bo.decide(theirs, selection, 'bo')),
        ]);
        barrier.resolve();
        const [first, second] = await both;
        expect([first.moved + second.moved, first.left + second.left]).toEqual([1, 1]);
        const [won, lost] = first.moved === 1 ? [mine, second] : [theirs, first];
        expect(lost.others).toMatchObject([{ id: idOf(round), status: lanes[won] }]);
      }
      const counts = await store.queue.countByStatus();
      for (const status of statuses) expect(counts[status]).toBe(await store.queue.count(status, noFilter, 2 * rounds));
      expect([counts.pending, counts.approved + counts.spam + counts.trash]).toEqual([0, rounds]);
      expect(await mo.verify()).toEqual({ good: rounds, broken: null });
      await close();
    }, 60_000);
  },
);

let time = 0;
const moderationOf = (store: Store): Moderation =>
  createModeration({ ...store, perPage: 3, newId, now: () => (time += 1) });
