import { describe, expect, test } from '@jest/globals';
import { noEvidence } from '../../src/comments/evidence.ts';
import { type ListEntry, wanted } from '../../src/comments/list-entry.ts';
import { createListed } from '../../src/comments/listed.ts';
import { createLists } from '../../src/comments/lists.ts';
import { rulesOf } from '../../src/comments/rules/index.ts';
import { screen } from '../../src/comments/screening.ts';
import type { Visitor } from '../../src/comments/visitor.ts';
import { message } from '../../src/messages/message.ts';
import type { Store } from '../../src/store/store.ts';
import { engines } from '../support/engines.ts';

const now = 1_700_000_000_000;
const author = { name: 'Ann', email: null, website: null };
const from: Pick<Visitor, 'address' | 'network'> = { address: 'a', network: 'n' };

describe.each(engines.map((engine) => [engine.name, engine] as const))('what is listed (%s)', (_name, engine) => {
  test('counts from the next draft on, in every process, and asks for the entries only when they changed', async () => {
    const opened = await engine.open();
    const other = engine.lasting ? await opened.reopen() : opened.store;
    const [here, there] = [createListed(() => now), createListed(() => now)];
    let read = 0;
    const meets = (listed: typeof here, store: Store): Promise<boolean> =>
      store.transaction(async ({ lists, settings }) => {
        const all = () => {
          read += 1;
          return lists.all();
        };
        const counting = { ...lists, all };
        const hit = await listed({ lists: counting, settings }, { author, html: '<p>A dress</p>', ...from });
        return hit !== null;
      });
    const both = async () => [await meets(here, opened.store), await meets(there, other)];
    const lists = listsOver(opened.store);

    expect(await both()).toEqual([false, false]);
    const { id } = await lists.add({ ...wanted('word', 'dress'), effect: 'hold', lastsMs: null }, 'mo');
    expect(await both()).toEqual([true, true]);
    await both();
    expect(read).toBe(2);
    await lists.remove(id);
    expect(await both()).toEqual([false, false]);
    await lists.restore(id);
    expect(await both()).toEqual([true, true]);
    expect(read).toBe(6);
    await opened.close();
  });

  test('there is one entry for one thing, and a thousand at most', async () => {
    const opened = await engine.open();
    const lists = listsOver(opened.store);
    const add = (value: string) => lists.add({ ...wanted('word', value), effect: 'hold', lastsMs: null }, 'mo');
    const { id } = await add('dress');
    await expect(add('DRESS!')).rejects.toThrow('already');
    await lists.remove(id);
    await add('Dress');
    await expect(lists.restore(id)).rejects.toThrow('already');
    await opened.store.transaction(async (stores) => {
      for (let number = 2; number <= 1_000; number++) await stores.lists.add(anEntry(number));
    });
    await expect(add('one too many')).rejects.toThrow('1,000 entries');
    await expect(lists.remove('nothing')).rejects.toThrow('no longer kept');
    await opened.close();
  });

  test('an entry that has expired gives its place to the same one', async () => {
    const opened = await engine.open();
    let time = now;
    const lists = listsOver(opened.store, () => time);
    const entry = { ...wanted('word', 'dress'), effect: 'hold', lastsMs: 1_000 } as const;
    const first = await lists.add(entry, 'mo');
    expect(first.expiresAt).toBe(now + 1_000);
    time += 999;
    await expect(lists.add(entry, 'mo')).rejects.toThrow('already');
    time += 1;
    const second = await lists.add(entry, 'mo');
    expect((await lists.entries()).map(({ id }) => id)).toEqual([second.id]);
    await opened.close();
  });
});

test.each([
  ['hold', 'hold'],
  ['block', 'spam'],
] as const)('an entry that is to %s leads to %s, before any other rule and for everybody', (effect, action) => {
  const listed: ListEntry = { ...anEntry(1), value: 'dress', effect };
  const draft = { body: 'A dress.', author, parentId: null, honeypot: 'filled' };
  const of = { language: null, proven: true, unable: true, hurried: true, guessing: true, attacked: true };
  const policy = {
    firstComment: 'hold',
    language: 'en',
    blocklist: ['dress'],
    commentsPerPage: 50,
    mostLinks: 1,
  } as const;
  const verdict = screen({ ...noEvidence, ...of, listed, draft, html: '<p>A dress.</p>' }, rulesOf(policy));
  expect(verdict).toEqual({ action, rule: 'listed', reason: message('reason.listed', { entry: 'dress' }) });
});

const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

function anEntry(number: number): ListEntry {
  const entry = { kind: 'word', effect: 'hold', expiresAt: null, createdBy: 'mo', removedAt: null } as const;
  return { ...entry, id: idOf(number), value: `word ${number}`, createdAt: now };
}

function listsOver(store: Store, time = () => now) {
  let made = 5_000;
  return createLists({ ...store, now: time, newId: () => idOf(made++) });
}
