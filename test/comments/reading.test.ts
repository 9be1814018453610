import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Comment } from '../../src/comments/comment.ts';
import { branchesOf } from '../../src/comments/folding.ts';
import type { Landing } from '../../src/comments/landing.ts';
import { type PageStart, type Rest, type Sort, sorts } from '../../src/comments/paging.ts';
import { createReading, type Reading } from '../../src/comments/reading.ts';
import { thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';
import { writeLongThread } from '../support/long-thread.ts';

const commentsPerPage = 50;
const repliesPerPage = 200;
const count = 10_000;

const idsOn = ({ placed }: Reading): readonly string[] => placed.map(({ comment }) => comment.id);

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
    reading = createReading({ comments, placesOf: async () => new Map(), commentsPerPage, repliesPerPage });
  });
  afterAll(() => opened.close());

  test.each(sorts)('%s: walking on and back, every comment is met once', async (sort) => {
    const pages = await walk(sort);
    const rests = (await Promise.all(pages.map(restsOf))).flat();
    const met = [...pages, ...rests].flatMap(idsOn);
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

  test('no page is longer than its limits, and the rest of the longest branch leads back to its root', async () => {
    const pages = await walk('oldest');
    expect(Math.max(...pages.flatMap(({ placed }) => branchesOf(placed).map(lengthOf)))).toBe(1 + repliesPerPage);
    const [first] = pages;
    const rests = first ? await restsOf(first) : [];
    expect(rests.length).toBeGreaterThan(10);
    expect(Math.max(...rests.map(({ placed }) => placed.length))).toBe(repliesPerPage);
    const starts = rests.map((page) => firstOf(page));
    expect(rests.map(({ previous }) => previous?.from?.id ?? null)).toEqual([null, ...starts.slice(0, -1)]);
    expect(rests.map(({ branch }) => branch?.home)).toEqual(rests.map(() => null));
    const more = first?.rests.get(rests[0]?.branch?.root.id ?? '');
    expect(more?.count).toBe(rests.flatMap(idsOn).length);
  });

  test('every comment of all ten thousand is found on its page, in its fold or in the rest of its branch', async () => {
    const expected = await landings();
    expect(expected.size).toBe(count);
    const wrong: unknown[] = [];
    for (const comment of written) {
      const landing = await reading.landingOf(comment);
      if (JSON.stringify(landing) !== JSON.stringify(expected.get(comment.id)))
        wrong.push([comment.id, landing, expected.get(comment.id)]);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  /** Where each comment was met by whoever walked through all pages. */
  async function landings(): Promise<ReadonlyMap<string, Landing>> {
    const found = new Map<string, Landing>();
    for (const [at, page] of (await walk('oldest')).entries()) {
      const from = at === 0 ? null : { id: page.placed[0]?.comment.id ?? '', comments: null };
      for (const { shown, folded } of branchesOf(page.placed)) {
        const top = shown[0]?.comment.id ?? '';
        for (const { comment } of shown) found.set(comment.id, { from, foldedBelow: null, rest: null });
        for (const { comment } of folded) found.set(comment.id, { from, foldedBelow: top, rest: null });
      }
      for (const rest of await restsOf(page))
        for (const id of idsOn(rest)) {
          const root = rest.branch?.root.id ?? '';
          found.set(id, { from, foldedBelow: null, rest: { root, from: firstOf(rest) } });
        }
    }
    return found;
  }

  async function walk(sort: Sort): Promise<readonly Reading[]> {
    const pages: Reading[] = [];
    for (let from: PageStart | null = null; pages.length === 0 || from !== null; ) {
      const page: Reading = await reading.read(thread.key, null, { sort, from });
      pages.push(page);
      from = page.next;
    }
    return pages;
  }

  async function restsOf({ rests }: Reading): Promise<readonly Reading[]> {
    return (await Promise.all([...rests].map(restOf))).flat();
  }

  async function restOf([root, rest]: readonly [string, Rest]): Promise<readonly Reading[]> {
    const pages: Reading[] = [];
    for (let from: string | undefined = rest.from; from !== undefined; ) {
      const page: Reading | undefined = await reading.readRest(thread.key, null, { root, from });
      if (!page) throw new Error(`There is no rest of ${root}`);
      pages.push(page);
      from = page.next?.id;
    }
    return pages;
  }
});

const lengthOf = ({ shown, folded }: { readonly shown: readonly unknown[]; readonly folded: readonly unknown[] }) =>
  shown.length + folded.length;

/** In order of writing, as pages begin. */
const firstOf = (page: Reading): string => idsOn(page).toSorted()[0] ?? '';
