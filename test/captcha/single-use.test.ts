import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Captcha } from '../../src/captcha/index.ts';
import { createCaptcha, createMemoryStore } from '../../src/captcha/index.ts';
import { now } from './samples.ts';
import { seeded } from './seeded.ts';

const form = { session: 'visit', purpose: 'form' };
let captcha: Captcha;

beforeEach(() => {
  captcha = createCaptcha({ store: createMemoryStore({ most: 100 }), now: () => now, randomInt: seeded(2) });
});

async function issueMany(count: number) {
  const issued = [];
  for (let index = 0; index < count; index += 1) issued.push(await captcha.issue(form));
  return issued;
}

async function outcomesOf(ids: readonly unknown[], response: (index: number) => unknown) {
  const verdicts = await Promise.all(ids.map((id, index) => captcha.check({ ...form, id, response: response(index) })));
  return verdicts.map((verdict) => verdict.outcome);
}

describe('one attempt a challenge', () => {
  test('a right answer is not taken twice', async () => {
    const { id, answer } = await captcha.issue(form);
    expect(await outcomesOf([id, id], () => String(answer))).toEqual(['passed', 'unknown']);
  });

  test.each<[unknown, string]>([
    ['21', 'wrong'],
    ['', 'malformed'],
    [undefined, 'malformed'],
    [['1'], 'malformed'],
  ])('%p spends it too', async (response, outcome) => {
    const { id, answer } = await captcha.issue(form);
    expect(await outcomesOf([id], () => response)).toEqual([outcome]);
    expect(await outcomesOf([id], () => String(answer))).toEqual(['unknown']);
  });

  test('of many at once exactly one wins, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 10 }), async (scheduler, posts) => {
        const { id, answer } = await captcha.issue(form);
        const post = scheduler.scheduleFunction(() => captcha.check({ ...form, id, response: String(answer) }));
        const all = Promise.all(Array.from({ length: posts }, () => post()));
        await scheduler.waitFor(all);
        expect((await all).filter(({ outcome }) => outcome === 'passed')).toHaveLength(1);
      }),
    );
  });

  test('eight tabs can all be answered, in any order', async () => {
    const tabs = (await issueMany(8)).reverse();
    const ids = tabs.map(({ id }) => id);
    expect(await outcomesOf(ids, (tab) => String(tabs[tab]?.answer))).toEqual(Array(8).fill('passed'));
  });

  test('a ninth replaces the oldest', async () => {
    const tabs = await issueMany(9);
    const ids = tabs.map(({ id }) => id);
    const outcomes = await outcomesOf(ids, (tab) => String(tabs[tab]?.answer));
    expect(outcomes).toEqual(['unknown', ...Array(8).fill('passed')]);
  });
});
