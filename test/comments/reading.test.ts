import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Comment } from '../../src/comments/comment.ts';
import { branchesOf } from '../../src/comments/folding.ts';
import { type PageStart, type Sort, sorts } from '../../src/comments/paging.ts';
import { createReading, type Reading } from '../../src/comments/reading.ts';
import { thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';
import { writeLongThread } from '../support/long-thread.ts';

const commentsPerPage = 50;
const count = 10_000;

describe('a thread of ten thousand comments', () => {
  let opened: OpenedStore;
  let written: readonly Comment[];
  let reading: ReturnType<typeof createReading>;
  beforeAll(async () => {
    const [memory] = engines;
    if (!memory) throw new Error('No engine to open');
    opened = await memory.open();
    written = await writeLongThread(opened.store, thread, count);
    const { comments } = opened.store;
    reading = createReading({ comments, placesOf: async () => new Map(), commentsPerPage });
  });
  afterAll(() => opened.close());

  test.each(sorts)('%s: walking on and back, every comment is met once', async (sort) => {
    const pages = await walk(sort);
    const met = pages.flatMap(({ placed }) => placed.map(({ comment }) => comment.id));
    expect(met.length).toBe(count);
    expect(new Set(met)).toEqual(new Set(written.map(({ id }) => id)));
    const back = [];
    for (
      let page = pages.at(-1);
      page?.previous;
      page = await reading.read(thread.key, null, { sort, ...page.previous })
    )
      back.push(page.previous.from?.id ?? null);
    expect(back.toReversed()).toEqual(
      pages.slice(0, -1).map(({ placed }, at) => (at === 0 ? null : placed[0]?.comment.id)),
    );
  });

  test('every comment is found on its page, and in its fold', async () => {
    const pages = await walk('oldest');
    const wrong: string[] = [];
    for (const [at, page] of pages.entries()) {
      const start = at === 0 ? null : page.placed[0]?.comment.id;
      for (const { shown, folded } of branchesOf(page.placed)) {
        const top = shown[0]?.comment.id;
        for (const [part, foldedBelow] of [
          [shown, null],
          [folded, top],
        ] as const)
          for (const { comment } of sample(part)) {
            const landing = await reading.landingOf(comment);
            if (landing.from?.id !== (start ?? undefined) || landing.foldedBelow !== foldedBelow)
              wrong.push(comment.id);
          }
      }
    }
    expect(wrong).toEqual([]);
  });

  async function walk(sort: Sort): Promise<readonly Reading[]> {
    const pages: Reading[] = [];
    for (let from: PageStart | null = null; pages.length === 0 || from !== null; ) {
      const page: Reading = await reading.read(thread.key, null, { sort, from });
      pages.push(page);
      from = page.next;
    }
    return pages;
  }
});

/** Of a part of thousands only some, and its ends: to find one, the whole branch is read. */
const sample = <T>(part: readonly T[]): readonly T[] =>
  part.filter((_each, at) => part.length < 100 || at % 200 === 0 || at === part.length - 1);
