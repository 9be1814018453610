import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { createErasing, type Erasing } from '../../src/comments/erasing.ts';
import { createModeration } from '../../src/comments/moderation.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

/** Numbers of a thread of seven, and which of them each answers. */
const parents: readonly (number | null)[] = [null, null, 1, 1, 2, 4, null];
const roots = [1, 2, 1, 1, 2, 1, 7];

describe.each(engines.map((engine) => [engine.name, engine] as const))('erasing (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let time = 0;
  const forgotten: string[] = [];
  let scrubbed = 0;
  beforeEach(async () => {
    opened = await engine.open();
  });
  afterEach(() => opened.close());

  const parts = () => ({ ...opened.store, perPage: 3, newId, now: () => (time += 1) });
  const erasing = (): Erasing =>
    createErasing({
      ...parts(),
      scrub: async () => {
        scrubbed += 1;
      },
      forget: async ({ comments }, ids) => {
        for (const id of ids) if ((await comments.byId(id))?.body !== '') forgotten.push(id);
      },
    });

  async function fill(statuses: readonly ('pending' | 'approved' | 'spam' | 'trash')[]): Promise<void> {
    for (const [at, status] of statuses.entries()) {
      const parent = parents[at];
      const parentId = parent ? idOf(parent) : null;
      await opened.store.comments.add(aComment(at + 1, { status, parentId, rootId: idOf(roots[at] ?? 0) }), thread);
    }
  }

  test('whatever is erased, in whatever order: what was public or is answered keeps its place, the rest is gone', async () => {
    const status = fc.constantFrom('pending' as const, 'approved' as const, 'spam' as const, 'trash' as const);
    const chosen = fc.uniqueArray(fc.integer({ min: 1, max: parents.length }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(status, { minLength: 7, maxLength: 7 }), chosen, async (statuses, numbers) => {
        await opened.close();
        opened = await engine.open();
        await fill(statuses);
        expect(await erasing().erase(numbers.map(idOf), 'mo')).toBe(numbers.length);
        const rows = await Promise.all(parents.map((_parent, at) => opened.store.comments.byId(idOf(at + 1))));
        for (const number of numbers) {
          const row = rows[number - 1];
          const isAnswered = rows.some((other) => other?.parentId === idOf(number));
          expect(row !== undefined).toBe(isAnswered || statuses[number - 1] === 'approved');
          if (row) expect([row.body, row.author.name, row.erasedAt === null]).toEqual(['', '', false]);
        }
        for (const [at, row] of rows.entries())
          if (!numbers.includes(at + 1)) expect(row?.body).toBe(`Comment ${at + 1}`);
        const counts = await opened.store.queue.countByStatus();
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(parents.length - numbers.length);
        return true;
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('is in the log, cannot be undone, and is not done twice; whoever learned from the words is told', async () => {
    await fill(['approved', 'pending']);
    const moderation = createModeration(parts());
    expect(await erasing().erase([idOf(1), idOf(2), idOf(2), idOf(9)], 'mo')).toBe(2);
    expect(forgotten).toContain(idOf(2));
    const before = scrubbed;
    expect([await erasing().erase([idOf(1)], 'mo'), scrubbed - before]).toEqual([0, 0]);
    const { items } = await moderation.log(null, { moderatorId: null, commentId: null });
    expect(items.map(({ act, commentId, from, to }) => [act, commentId, from, to])).toEqual([
      ['erase', idOf(1), 'approved', 'approved'],
      ['erase', idOf(2), 'pending', 'trash'],
    ]);
    await expect(moderation.undo(items[0]?.batch ?? '', 'mo')).rejects.toMatchObject({ code: 'invalid' });
    expect(await moderation.decide('trash', { ids: [idOf(1)] }, 'mo')).toMatchObject({ moved: 0 });
    expect(await moderation.verify()).toEqual({ good: 2, broken: null });
  });

  test('more than can be shown before are refused', async () => {
    const many = Array.from({ length: 101 }, (_each, number) => idOf(number));
    await expect(erasing().erase(many, 'mo')).rejects.toMatchObject({ code: 'invalid' });
    await expect(erasing().losses(many)).rejects.toMatchObject({ code: 'invalid' });
  });
});
