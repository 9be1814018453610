import { describe, expect, test } from '@jest/globals';
import { firstIdAt } from '../../../src/comments/id.ts';
import { type Filter, noFilter, type Order, orders } from '../../../src/comments/queue.ts';
import type { Store } from '../../../src/store/store.ts';
import { aComment, idOf, thread } from '../samples.ts';
import type { World } from './world.ts';

const moon = { key: 'moon', url: '/articles/moon', title: 'Moon' };
const ann = { name: 'Ann', email: 'ann@example.org', website: null };
const bob = { name: 'Bob', email: null, website: 'https://cheap-watches.example/' };

/** Six comments that differ in everything a filter can ask for. */
async function write({ comments }: Store): Promise<void> {
  await comments.add(aComment(1, { author: ann, rule: 'links', body: 'The tide comes in' }), thread);
  await comments.add(aComment(2, { author: bob, network: 'net', body: 'Ebb and flow, naïve' }), thread);
  await comments.add(aComment(3, { threadKey: 'moon', language: 'de', body: 'Der Mond' }), moon);
  await comments.add(aComment(4, { cluster: idOf(1), body: 'The tide comes in again' }), thread);
  await comments.add(aComment(5, { status: 'spam', author: ann, body: 'The tide is spam' }), thread);
  await comments.add(aComment(6, { author: { ...ann, name: 'O"Hara; drop' }, body: '“quoted” * ( ) NEAR' }), thread);
}

const found = async (store: Store, filter: Partial<Filter>): Promise<readonly number[]> => {
  const page = { order: 'newest', after: null, limit: 10 } as const;
  const { items } = await store.queue.page('pending', { ...noFilter, ...filter }, page);
  return items.map(({ comment }) => Number(comment.id.slice(-2)));
};

const at = 0x01900000_0000;

const cases: readonly (readonly [string, Partial<Filter>, readonly number[]])[] = [
  ['an article', { article: 'moon' }, [3]],
  ['a name', { author: 'Bob' }, [2]],
  ['an e-mail address', { author: 'ann@example.org' }, [6, 1]],
  ['a network', { network: 'net' }, [2]],
  ['a rule', { rule: 'links' }, [1]],
  ['a language', { language: 'de' }, [3]],
  ['a group', { cluster: idOf(1) }, [4, 1]],
  ['the days it was written', { since: at, until: at + 1 }, [6, 4, 3, 2, 1]],
  ['later days', { since: at + 1 }, []],
  ['earlier days', { until: at }, []],
  ['words', { text: 'tide comes' }, [4, 1]],
  ['beginnings of words', { text: 'com TI' }, [4, 1]],
  ['a word of the name', { text: 'ohara' }, []],
  ['a name with signs', { text: 'O"Hara' }, [6]],
  ['a part of an address', { text: 'watches' }, [2]],
  ['a whole address', { text: 'https://cheap-watches.example/' }, [2]],
  ['an e-mail address as words', { text: 'ann@example.org' }, [6, 1]],
  ['several things at once', { author: 'ann@example.org', text: 'tide', rule: 'links' }, [1]],
  ['signs alone', { text: '" * ( ) -' }, []],
  ['words that are commands elsewhere', { text: 'NEAR AND OR NOT' }, []],
  ['nothing that is there', { text: 'comet' }, []],
];

export function filterContract(world: World): void {
  describe('filtering the queue', () => {
    test.each(cases)('by %s', async (_name, filter, expected) => {
      const store = world.store();
      await write(store);
      expect(await found(store, filter)).toEqual(expected);
      expect(await store.queue.count('pending', { ...noFilter, ...filter }, 100)).toBe(expected.length);
      const bound = { upTo: null, most: 100 };
      const chosen = await store.queue.choose('pending', { filter: { ...noFilter, ...filter } }, bound);
      expect(chosen.map(({ id }) => Number(id.slice(-2)))).toEqual(expected);
    });

    test('counts and chooses no more than it is told, and nothing that came later', async () => {
      const store = world.store();
      await write(store);
      expect(await store.queue.count('pending', noFilter, 3)).toBe(3);
      const chosen = await store.queue.choose('pending', { filter: noFilter }, { upTo: idOf(4), most: 2 });
      expect(chosen.map(({ id }) => id)).toEqual([idOf(4), idOf(3)]);
    });

    test.each(orders)('every comment stands on one page, by %s', async (order: Order) => {
      const { comments, queue } = world.store();
      const scores = [0.2, null, 0.9, 0.5, 0.5, 0.01, null];
      for (const [number, spamScore] of scores.entries()) await comments.add(aComment(number, { spamScore }), thread);
      const seen: string[] = [];
      for (let after = null, page = 0; page < 9; page += 1) {
        const { items, next } = await queue.page('pending', noFilter, { order, after, limit: 2 });
        seen.push(...items.map(({ comment }) => comment.id));
        if (!next) break;
        after = next;
      }
      expect(seen.toSorted()).toEqual(scores.map((_score, number) => idOf(number)));
      expect(seen[0]).toBe({ newest: idOf(6), largest: idOf(6), honest: idOf(5), spam: idOf(2) }[order]);
    });

    test('the first id of a moment sorts before all ids of it and after all earlier ones', () => {
      expect(firstIdAt(at) < idOf(1)).toBe(true);
      expect(firstIdAt(at + 1) > idOf(999_999)).toBe(true);
    });
  });
}
