import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everything } from '../../../src/comments/learning/learning.ts';
import { settle } from '../../../src/comments/learning/lesson.ts';
import { actions } from '../../../src/comments/moderation.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../../store/samples.ts';
import { count, describeLearning, ids, known } from './school.ts';

describeLearning('learning', (school) => {
  test('any decisions and undos, read whenever, leave what reading only the end would have taught', async () => {
    const { store } = school();
    const moderation = school().moderation();
    const learning = school().learning();
    const step = fc.oneof(
      fc.record({ action: fc.constantFrom(...actions), ids: fc.subarray(ids, { minLength: 1 }) }),
      fc.record({ undo: fc.nat({ max: 20 }) }),
      fc.constant('read' as const),
    );
    const batches: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const step of steps) {
          if (step === 'read') await learning.catchUp();
          else if ('undo' in step) {
            const batch = batches.at(-1 - step.undo);
            if (batch) await moderation.undo(batch, 'mo');
          } else {
            const { batch } = await moderation.decide(step.action, { ids: step.ids }, 'mo');
            if (batch) batches.push(batch);
          }
        }
        await learning.catchUp();
        const kept = await known(store);
        await fromScratch(store);
        await learning.catchUp();
        expect(kept).toEqual(await known(store));
      }),
      { numRuns: 25 },
    );
  });

  test('counts the comments of each kind, and takes back what is held again, trashed or undone', async () => {
    const { store } = school();
    const moderation = school().moderation();
    const learning = school().learning();
    await moderation.decide('spam', { ids: [idOf(0), idOf(1)] }, 'mo');
    const approved = await moderation.decide('approve', { ids: [idOf(2), idOf(3)] }, 'mo');
    await learning.catchUp();
    expect(await count(store, everything)).toEqual({ spam: 2, honest: 2 });
    expect(await count(store, 'word:cheap')).toEqual({ spam: 2, honest: 0 });
    expect(await count(store, 'word:watches')).toEqual({ spam: 1, honest: 1 });
    await moderation.undo(approved.batch ?? '', 'mo');
    await moderation.decide('trash', { ids: [idOf(0)] }, 'mo');
    await moderation.decide('approve', { ids: [idOf(1)] }, 'mo');
    await learning.catchUp();
    expect(await count(store, everything)).toEqual({ spam: 0, honest: 1 });
    expect(await count(store, 'word:cheap')).toEqual({ spam: 0, honest: 1 });
    expect(await count(store, 'word:wall')).toBeUndefined();
  });

  test('what was published at once teaches nothing: nobody has decided on it', async () => {
    const { store } = school();
    await store.comments.add(aComment(9, { status: 'approved' }), thread);
    await school()
      .moderation()
      .decide('hold', { ids: [idOf(9)] }, 'mo');
    await school()
      .moderation()
      .decide('approve', { ids: [idOf(0)] }, 'mo');
    const { batch } = await school()
      .moderation()
      .decide('trash', { ids: [idOf(9)] }, 'mo');
    await school()
      .moderation()
      .undo(batch ?? '', 'mo');
    await school().learning().catchUp();
    expect(await count(store, everything)).toEqual({ spam: 0, honest: 1 });
  });

  test('what was erased, and what moderators wrote themselves, teaches nothing', async () => {
    const { store } = school();
    await store.comments.add(aComment(8, { body: '', erasedAt: 1 }), thread);
    await store.comments.add(aComment(9, { moderatorId: 'mo' }), thread);
    await store.transaction(async ({ queue, learning }) => {
      await queue.place([idOf(8), idOf(9)], 'approved', 1);
      await settle(learning, [idOf(8), idOf(9)], ({ body }) => [body], 2);
    });
    expect(await count(store, everything)).toBeUndefined();
  });

  test('two processes that catch up at once count every decision once', async () => {
    const other = await school().another();
    const moderation = school().moderation();
    for (let round = 0; round < 15; round += 1) {
      await moderation.decide(round % 2 ? 'approve' : 'spam', { ids }, 'mo');
      await Promise.all(
        [school().store, other, school().store, other].map((store) => school().learning(store).catchUp()),
      );
      const all = round % 2 ? { spam: 0, honest: 5 } : { spam: 5, honest: 0 };
      expect(await count(other, everything)).toEqual(all);
    }
  });

  test('a step that fails is told, and read the next time', async () => {
    const { store } = school();
    await school().moderation().decide('spam', { ids }, 'mo');
    let broken = true;
    const learning = school().learning({
      transaction: (work) => {
        if (broken) throw new Error('the disk is full');
        return store.transaction(work);
      },
    });
    await expect(learning.catchUp()).rejects.toThrow('the disk is full');
    broken = false;
    await learning.catchUp();
    expect(await count(store, everything)).toEqual({ spam: 5, honest: 0 });
  });
});

/** As if nothing had ever been read. */
async function fromScratch(store: Store): Promise<void> {
  await store.transaction(({ learning }) => learning.clear({ position: 0, since: 0, resetAt: null }));
}
