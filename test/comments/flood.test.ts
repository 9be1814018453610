import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createBreaker } from '../../src/comments/breaker.ts';
import { createFlood, type Flood } from '../../src/comments/flood.ts';
import { defaultLimits as limits } from '../../src/comments/limits.ts';
import { keptReason, sayReason } from '../../src/comments/reason.ts';
import type { Visitor } from '../../src/comments/visitor.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

const clockOfTheMachine = Date.now;
const minute = 60_000;
const hour = 60 * minute;
let now = 0;
let opened: OpenedStore;
let flood: Flood;
let refused: string[];

beforeEach(async () => {
  now = Date.UTC(2022, 0, 14);
  // Budgets go by the clock of the machine; days of it have to pass.
  Date.now = () => now;
  const [memory] = engines;
  if (!memory) throw new Error('No engine to count on');
  opened = await memory.open();
  refused = [];
  const tally = { count: (_what: string, key = '') => void refused.push(key) };
  flood = createFlood({ openBudget: opened.store.openBudget, limits, tally });
});
afterEach(async () => {
  Date.now = clockOfTheMachine;
  await opened.close();
});

const from = (address: string, network = address, author: string | null = null): Visitor => ({
  id: `visit from ${address}`,
  address,
  network,
  author,
});

/** How many of so many strangers' comments are published. */
async function published(count: number, who: (at: number) => Visitor): Promise<number> {
  let passed = 0;
  for (let at = 0; at < count; at += 1) if ((await flood.publish(who(at), false)) === null) passed += 1;
  return passed;
}

/** Why a comment has to wait, as a moderator reads it. */
async function whyHeld(visitor: Visitor, proven: boolean): Promise<string | null> {
  const over = await flood.publish(visitor, proven);
  return over && sayReason(keptReason(over), translatorFor('en').t);
}

describe('publishing', () => {
  test('three in ten minutes, five in a day, from one address', async () => {
    expect(await published(10, () => from('a'))).toBe(3);
    expect(await whyHeld(from('a'), false)).toBe('More than 3 comments in 10 minutes from this address');
    now += 10 * minute;
    expect(await published(10, () => from('a'))).toBe(2);
    expect(await whyHeld(from('a'), false)).toBe('More than 5 comments in one day from this address');
    now += 24 * hour;
    expect(await published(10, () => from('a'))).toBe(3);
  });

  test('ten in an hour from one network; what it refuses costs the address nothing', async () => {
    expect(await published(20, (at) => from(`a${at}`, 'n'))).toBe(10);
    expect(await whyHeld(from('late', 'n'), false)).toBe('More than 10 comments in one hour from this network');
    now += hour;
    expect(await published(3, () => from('late', 'n'))).toBe(3);
  });

  test('thirty in an hour and sixty in a day on the site', async () => {
    for (const expected of [30, 30, 0]) {
      expect(await published(50, (at) => from(`a${now}${at}`))).toBe(expected);
      now += hour;
    }
    expect(await whyHeld(from('late'), false)).toBe('More than 60 comments in one day on this site');
  });

  test('a known author has a limit of twenty in an hour, and takes nothing from strangers', async () => {
    const known = from('a', 'n', 'ann');
    for (let at = 0; at < 20; at += 1) expect(await flood.publish(known, true)).toBeNull();
    expect(await whyHeld(known, true)).toBe('More than 20 comments in one hour by this author');
    expect(await published(3, () => from('a', 'n'))).toBe(3);
  });
});

describe('waiting', () => {
  test('five in an hour from one address, then the visitor is asked to wait until it is over', async () => {
    for (let at = 0; at < 5; at += 1) await flood.hold(from('a'));
    now += 20 * minute;
    await expect(flood.hold(from('a'))).rejects.toMatchObject({
      code: 'too-many',
      retryAfter: 2_400,
      limit: 'held-address',
    });
    expect(refused).toEqual(['held-address']);
    await flood.hold(from('b'));
    now += 40 * minute;
    await flood.hold(from('a'));
  });

  test('five hundred in an hour on the site', async () => {
    for (let at = 0; at < 500; at += 1) await flood.hold(from(`a${at}`));
    await expect(flood.hold(from('late'))).rejects.toMatchObject({ code: 'too-many', limit: 'held-site' });
  });
});

describe('wrong answers', () => {
  test('more than five in ten minutes, or twenty in a day, from one address', async () => {
    for (let answers = 1; answers <= 21; answers += 1) {
      expect([answers, await flood.isGuessing(from('a'))]).toEqual([answers, false]);
      await flood.wrong(from('a', `n${answers}`));
      if (answers % 5 === 0) now += 10 * minute;
    }
    expect(await flood.isGuessing(from('a', 'elsewhere'))).toBe(true);
    expect(await flood.isGuessing(from('b', 'elsewhere'))).toBe(false);
    now += 24 * hour;
    expect(await flood.isGuessing(from('a', 'elsewhere'))).toBe(false);
  });
});

describe('the breaker', () => {
  test('opens by thirty within five minutes, stays while the day is mostly wrong, and falls', async () => {
    const breaker = createBreaker({ openBudget: opened.store.openBudget, limits });
    for (let answers = 0; answers < 29; answers += 1) await breaker.wrong();
    expect((await breaker.state()).open).toBe(false);
    await breaker.wrong();
    expect(await breaker.state()).toEqual({ open: true, wrongLately: 30, wrongToday: 30, rightToday: 0 });
    now += 5 * minute;
    for (let answers = 0; answers < 9; answers += 1) await breaker.right();
    expect(await breaker.state()).toEqual({ open: true, wrongLately: 0, wrongToday: 30, rightToday: 9 });
    await breaker.right();
    expect((await breaker.state()).open).toBe(false);
    now += 24 * hour;
    expect(await breaker.state()).toEqual({ open: false, wrongLately: 0, wrongToday: 0, rightToday: 0 });
  });
});
