import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { createDesk } from '../../src/comments/desk.ts';
import { actions, createModeration, type Moderation } from '../../src/comments/moderation.ts';
import type { Store } from '../../src/store/store.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

const ids = [1, 2, 3, 4].map(idOf);
const everything = { moderatorId: null, commentId: null };

describe.each(engines.map((engine) => [engine.name, engine] as const))('deciding (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let time = 0;
  beforeEach(async () => {
    opened = await engine.open();
    for (const number of [1, 2, 3, 4]) await opened.store.comments.add(aComment(number), thread);
  });
  afterEach(() => opened.close());

  const parts = (store: Store) => ({ ...store, perPage: 3, newId, now: () => (time += 1) });
  const moderationOf = (store: Store): Moderation => createModeration(parts(store));

  /** Everything that the tables hold of the comments. */
  const rows = async () => [
    ...(await Promise.all(ids.map((id) => opened.store.comments.byId(id)))),
    ...(await opened.store.queue.standingOf(ids)),
  ];

  test('any sequence of decisions and edits, then their undos in reverse, leaves every row as it was', async () => {
    const moderation = moderationOf(opened.store);
    const desk = createDesk(parts(opened.store));
    const move = fc.record({ action: fc.constantFrom(...actions), ids: fc.subarray(ids, { minLength: 1 }) });
    const edit = fc.record({ id: fc.constantFrom(...ids), body: fc.constantFrom('A *better* text', 'Another', '') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(move, edit), { maxLength: 8 }), async (acts) => {
        const before = await rows();
        const batches: string[] = [];
        for (const act of acts) {
          const { batch } =
            'id' in act
              ? await desk.edit(act.id, act.body, (await opened.store.comments.byId(act.id))?.editedAt ?? null, 'mo')
              : await moderation.decide(act.action, { ids: act.ids }, 'mo');
          if (batch) batches.push(batch);
        }
        const after = await rows();
        const undos: string[] = [];
        for (const batch of batches.toReversed()) undos.push((await undo(moderation, batch)) ?? '');
        expect(await rows()).toEqual(before);
        for (const batch of undos.toReversed()) await undo(moderation, batch);
        expect(await rows()).toEqual(after);
        for (const batch of batches.toReversed()) await moderation.undo(batch, 'mo');
        return true;
      }),
      { numRuns: 25 },
    );
    expect(await moderation.verify()).toMatchObject({ broken: null });
  });

  test('says what was done and what was there already, and an undo can be undone', async () => {
    const moderation = moderationOf(opened.store);
    expect(await moderation.decide('approve', { ids: [idOf(1)] }, 'mo')).toMatchObject({ moved: 1, left: 0 });
    const done = await moderation.decide('approve', { ids }, 'mo');
    expect(done).toMatchObject({ moved: 3, left: 1 });
    expect(await moderation.decide('approve', { ids }, 'mo')).toEqual({
      batch: null,
      moved: 0,
      left: 4,
      others: expect.any(Array),
      more: false,
    });
    const undone = await moderation.undo(done.batch ?? '', 'mo');
    expect((await opened.store.queue.countByStatus()).approved).toBe(1);
    expect(await moderation.undo(done.batch ?? '', 'mo')).toEqual({
      batch: null,
      moved: 0,
      left: 3,
      others: expect.any(Array),
      more: false,
    });
    await moderation.undo(undone.batch ?? '', 'mo');
    expect((await opened.store.queue.countByStatus()).approved).toBe(4);
    await expect(moderation.undo('nothing', 'mo')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('an undo leaves alone what somebody decided since', async () => {
    const moderation = moderationOf(opened.store);
    const { batch } = await moderation.decide('spam', { ids }, 'mo');
    await moderation.decide('approve', { ids: [idOf(2)] }, 'another');
    expect(await moderation.undo(batch ?? '', 'mo')).toMatchObject({ moved: 3, left: 1 });
    expect(await opened.store.queue.countByStatus()).toMatchObject({ pending: 3, approved: 1 });
  });

  test('two moderators at once, in two processes: every comment moves once for each, and the log has no gap', async () => {
    const other = engine.lasting ? await opened.reopen() : opened.store;
    const both = [moderationOf(opened.store), moderationOf(other)];
    const rounds = Array.from({ length: 40 }, (_each, round) =>
      both[round % 2]?.decide(actions[round % 4] ?? 'hold', { ids }, `moderator ${round % 2}`),
    );
    const moved = (await Promise.all(rounds)).reduce((sum, done) => sum + (done?.moved ?? 0), 0);
    expect(await moderationOf(other).verify()).toEqual({ good: moved, broken: null });
    const counts = await opened.store.queue.countByStatus();
    expect(Object.values(counts).toSorted()).toEqual([0, 0, 0, 4]);
  });

  test('the log is read in pages, newest first', async () => {
    const moderation = moderationOf(opened.store);
    await moderation.decide('approve', { ids }, 'mo');
    await moderation.decide('trash', { ids: [idOf(1)] }, 'mo');
    const first = await moderation.log(null, everything);
    expect(first.items.map(({ number, from, to }) => [number, from, to])).toEqual([
      [5, 'approved', 'trash'],
      [4, 'pending', 'approved'],
      [3, 'pending', 'approved'],
    ]);
    expect((await moderation.log(first.next, everything)).items.map(({ number }) => number)).toEqual([2, 1]);
    expect((await moderation.log(first.next, everything)).next).toBeNull();
  });
});

async function undo(moderation: Moderation, batch: string): Promise<string | null> {
  const done = await moderation.undo(batch, 'mo');
  expect(done.left).toBe(0);
  return done.batch;
}
