import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import type { Counts } from '../../../src/comments/learning/bayes.ts';
import { createLearning } from '../../../src/comments/learning/filter.ts';
import { everything } from '../../../src/comments/learning/learning.ts';
import { settle } from '../../../src/comments/learning/lesson.ts';
import { actions, createModeration } from '../../../src/comments/moderation.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../../store/samples.ts';
import { engines, type OpenedStore } from '../../support/engines.ts';

const bodies = ['Cheap watches', 'A cheap pill', 'The harbour wall', 'A wall of watches', 'Thank you all'];
const ids = bodies.map((_body, at) => idOf(at));
const keyed = (purpose: string, text: string): string => `${purpose}-${text}`.padEnd(12, '-');

describe.each(engines.map((engine) => [engine.name, engine] as const))('learning (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let time = 0;
  const now = (): number => (time += 1);
  beforeEach(async () => {
    opened = await engine.open();
    for (const [at, body] of bodies.entries()) await opened.store.comments.add(aComment(at, { body }), thread);
  });
  afterEach(() => opened.close());

  const moderationOf = (store: Store) => createModeration({ ...store, perPage: 10, newId, now });
  const learningOf = (store: Store) => createLearning({ ...store, keyed, now });
  const known = (store: Store): Promise<ReadonlyMap<string, Counts>> =>
    store.learning.countsOf([everything, ...vocabulary]);

  test('any decisions and undos, read whenever, leave what reading only the end would have taught', async () => {
    const { store } = opened;
    const moderation = moderationOf(store);
    const learning = learningOf(store);
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
    const { store } = opened;
    const moderation = moderationOf(store);
    const learning = learningOf(store);
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
    const { store } = opened;
    await store.comments.add(aComment(9, { status: 'approved' }), thread);
    await moderationOf(store).decide('hold', { ids: [idOf(9)] }, 'mo');
    await moderationOf(store).decide('approve', { ids: [idOf(0)] }, 'mo');
    const { batch } = await moderationOf(store).decide('trash', { ids: [idOf(9)] }, 'mo');
    await moderationOf(store).undo(batch ?? '', 'mo');
    await learningOf(store).catchUp();
    expect(await count(store, everything)).toEqual({ spam: 0, honest: 1 });
  });

  test('what was erased, and what moderators wrote themselves, teaches nothing', async () => {
    const { store } = opened;
    await store.comments.add(aComment(8, { body: '', erasedAt: 1 }), thread);
    await store.comments.add(aComment(9, { moderatorId: 'mo' }), thread);
    await store.transaction(async ({ queue, learning }) => {
      await queue.place([idOf(8), idOf(9)], 'approved', 1);
      await settle(learning, [idOf(8), idOf(9)], ({ body }) => [body], 2);
    });
    expect(await count(store, everything)).toBeUndefined();
  });

  test('a reset forgets all, an undo of what was decided before takes nothing away, and new decisions teach', async () => {
    const { store } = opened;
    const moderation = moderationOf(store);
    const learning = learningOf(store);
    const before = await moderation.decide('spam', { ids: [idOf(0), idOf(1)] }, 'mo');
    await learning.catchUp();
    await learning.reset();
    expect(await known(store)).toEqual(new Map());
    const trashed = await moderation.decide('trash', { ids: [idOf(1)] }, 'mo');
    await moderation.undo(trashed.batch ?? '', 'mo');
    await learning.catchUp();
    // It is spam again, by a decision that is forgotten.
    expect(await known(store)).toEqual(new Map());
    await moderation.undo(before.batch ?? '', 'mo');
    await moderation.decide('approve', { ids: [idOf(0)] }, 'mo');
    expect(await learning.state()).toMatchObject({ spam: 0, honest: 1, behind: 0, resetAt: expect.any(Number) });
  });

  test('two processes that catch up at once count every decision once', async () => {
    const other = engine.lasting ? await opened.reopen() : opened.store;
    const moderation = moderationOf(opened.store);
    for (let round = 0; round < 15; round += 1) {
      await moderation.decide(round % 2 ? 'approve' : 'spam', { ids }, 'mo');
      await Promise.all([opened.store, other, opened.store, other].map((store) => learningOf(store).catchUp()));
      const all = round % 2 ? { spam: 0, honest: 5 } : { spam: 5, honest: 0 };
      expect(await count(other, everything)).toEqual(all);
    }
  });

  test('a step that fails is told, and read the next time', async () => {
    const { store } = opened;
    await moderationOf(store).decide('spam', { ids }, 'mo');
    let broken = true;
    const learning = createLearning({
      ...store,
      keyed,
      now,
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

  test('a text that is to be erased or changed is unlearned first, and learned anew by the next entry about it', async () => {
    const { store } = opened;
    const learning = learningOf(store);
    await moderationOf(store).decide('spam', { ids: [idOf(0), idOf(1)] }, 'mo');
    await learning.catchUp();
    await store.transaction((stores) => learning.forget(stores, [idOf(0)]));
    expect(await count(store, everything)).toEqual({ spam: 1, honest: 0 });
    expect(await count(store, 'word:watches')).toBeUndefined();
    const { batch } = await moderationOf(store).decide('trash', { ids: [idOf(0)] }, 'mo');
    await moderationOf(store).undo(batch ?? '', 'mo');
    await learning.catchUp();
    expect(await count(store, 'word:watches')).toEqual({ spam: 1, honest: 0 });
  });

  test('says nothing below fifty of each kind, and from then on what it thinks and why', async () => {
    const { store } = opened;
    const learning = learningOf(store);
    const moderation = moderationOf(store);
    const many = [...Array(100).keys()].map((at) => aComment(100 + at, { body: bodies[at % 2 ? 0 : 2] ?? '' }));
    await store.transaction(async ({ comments }) => {
      for (const comment of many) await comments.add(comment, thread);
    });
    const [spam, honest] = [many.filter((_each, at) => at % 2), many.filter((_each, at) => at % 2 === 0)];
    await moderation.decide('spam', { ids: spam.map(idIn) }, 'mo');
    await moderation.decide('approve', { ids: honest.slice(1).map(idIn) }, 'mo');
    await learning.catchUp();
    const asked = [aComment(1, { body: 'Cheap pills' }), aComment(2, { body: 'The old harbour' })];
    expect(await learning.explain(asked)).toEqual(new Map());
    await moderation.decide('approve', { ids: honest.slice(0, 1).map(idIn) }, 'mo');
    await learning.catchUp();
    const opinions = await learning.explain(asked);
    expect(opinions.get(idOf(1))?.score).toBeGreaterThan(0.5);
    expect(opinions.get(idOf(1))?.words[0]).toEqual({ word: 'cheap', weight: expect.any(Number) });
    expect(opinions.get(idOf(2))?.score).toBeLessThan(0.5);
    const [first] = asked;
    expect(first && (await learning.classify(store, first))).toEqual(opinions.get(idOf(1)));
    const { strongest } = await learning.state();
    expect(strongest.spam.map(({ word }) => word)).toEqual(['cheap', 'watches']);
    expect(strongest.honest[0]).toEqual({ word: 'harbour', spam: 0, honest: 50 });
  });
});

const vocabulary = 'a all cheap harbour of pill thank the wall watches you'.split(' ').map((word) => `word:${word}`);
const idIn = ({ id }: { readonly id: string }): string => id;
const count = async (store: Store, token: string): Promise<Counts | undefined> =>
  (await store.learning.countsOf([token])).get(token);

/** As if nothing had ever been read. */
async function fromScratch(store: Store): Promise<void> {
  await store.transaction(({ learning }) => learning.clear({ position: 0, since: 0, resetAt: null }));
}
