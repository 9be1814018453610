import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../src/captcha/memory.ts';
import { challengeOf, now } from './samples.ts';

const idOf = (number: number) => String(number).padStart(22, '0');
const issued = (number: number, session = 'visit', at = now) =>
  challengeOf({ id: idOf(number), session, issuedAt: at, expiresAt: at + 1000 });

async function keptOf(store: ReturnType<typeof createMemoryStore>, session: string, numbers: readonly number[]) {
  const found = await Promise.all(numbers.map((number) => store.find(idOf(number), session, 'form')));
  return numbers.filter((_, index) => found[index] !== undefined);
}

describe('the memory store', () => {
  test('gives what it was given, once', async () => {
    const store = createMemoryStore({ most: 10 });
    await store.add(issued(1), 8);
    expect(await store.find(idOf(1), 'visit', 'form')).toEqual(issued(1));
    expect(await store.take(idOf(1), 'visit', 'form')).toEqual(issued(1));
    expect(await store.take(idOf(1), 'visit', 'form')).toBeUndefined();
    expect(await store.find(idOf(1), 'visit', 'form')).toBeUndefined();
  });

  test('gives nothing to another session or form', async () => {
    const store = createMemoryStore({ most: 10 });
    await store.add(issued(1), 8);
    expect(await store.take(idOf(1), 'other', 'form')).toBeUndefined();
    expect(await store.take(idOf(1), 'visit', 'other')).toBeUndefined();
    expect(await keptOf(store, 'visit', [1])).toEqual([1]);
  });

  test('a session keeps its newest, and leaves other sessions alone', async () => {
    const store = createMemoryStore({ most: 10 });
    await store.add(issued(9, 'other'), 2);
    for (const number of [1, 2, 3, 4]) await store.add(issued(number), 2);
    expect(await keptOf(store, 'visit', [1, 2, 3, 4])).toEqual([3, 4]);
    expect(await keptOf(store, 'other', [9])).toEqual([9]);
  });

  test('what was taken makes room', async () => {
    const store = createMemoryStore({ most: 10 });
    for (const number of [1, 2]) await store.add(issued(number), 2);
    await store.take(idOf(2), 'visit', 'form');
    await store.add(issued(3), 2);
    expect(await keptOf(store, 'visit', [1, 2, 3])).toEqual([1, 3]);
  });

  test('is bounded over all sessions, the oldest going first', async () => {
    const store = createMemoryStore({ most: 3 });
    for (const number of [1, 2, 3, 4, 5]) await store.add(issued(number, `visit ${number}`), 8);
    const kept = await Promise.all([1, 2, 3, 4, 5].map((number) => keptOf(store, `visit ${number}`, [number])));
    expect(kept.flat()).toEqual([3, 4, 5]);
  });

  test('what has expired goes when the next one comes', async () => {
    const store = createMemoryStore({ most: 10 });
    await store.add(issued(1), 8);
    await store.add(issued(2, 'visit', now + 1), 8);
    await store.add(issued(3, 'other', now + 1000), 8);
    expect(await keptOf(store, 'visit', [1, 2])).toEqual([2]);
  });
});
