import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Captcha } from '../../src/captcha/index.ts';
import { createCaptcha, createMemoryStore } from '../../src/captcha/index.ts';
import { now as start } from './samples.ts';
import { seeded } from './seeded.ts';
import { solutionsOf } from './solve.ts';

const form = { session: 'visit', purpose: 'form' };
const dayMs = 86_400_000;
let now = start;
let captcha: Captcha;

beforeEach(() => {
  now = start;
  captcha = createCaptcha({ store: createMemoryStore({ most: 100 }), now: () => now, randomInt: seeded(2) });
});

async function outcomesOf(ids: readonly unknown[], response: (index: number) => unknown, of = form) {
  const verdicts = await Promise.all(ids.map((id, index) => captcha.check({ ...of, id, response: response(index) })));
  return verdicts.map((verdict) => verdict.outcome);
}

describe('issue', () => {
  test('ids are 128 random bits, each its own', async () => {
    const issued = await Promise.all(Array.from({ length: 8 }, () => captcha.issue(form)));
    const ids = issued.map(({ id }) => id);
    expect(ids.filter((id) => Buffer.from(id, 'base64url').length === 16 && id.length === 22)).toEqual(ids);
    expect(new Set(ids).size).toBe(8);
  });

  test('the prompt alone is enough for a person', async () => {
    const { id, prompt } = await captcha.issue(form);
    expect(await outcomesOf([id], () => String(solutionsOf(prompt)[0]))).toEqual(['passed']);
  });

  test('the language is frozen as that of the words', async () => {
    expect((await captcha.issue({ ...form, language: 'en-GB' })).language).toBe('en');
    expect((await captcha.issue({ ...form, language: 'xx' })).language).toBe('en');
  });

  test('operations and blank are as chosen', async () => {
    const store = createMemoryStore({ most: 100 });
    const chosen = createCaptcha({ store, now: () => now, operations: ['×'], blank: 'any', randomInt: seeded(4) });
    const prompts = await Promise.all(Array.from({ length: 50 }, async () => (await chosen.issue(form)).prompt));
    expect(
      prompts.every(([, operator, second]) => [operator, second].some((token) => token?.kind === 'operator')),
    ).toBe(true);
    expect(new Set(prompts.flat().flatMap((token) => (token.kind === 'operator' ? token.glyph : [])))).toEqual(
      new Set(['×']),
    );
    expect(prompts.flat().some((token) => token.kind === 'blank')).toBe(true);
  });
});

describe('check', () => {
  test('another form or session neither passes nor spends it', async () => {
    const { id, answer } = await captcha.issue(form);
    const right = () => String(answer);
    expect(await outcomesOf([id], right, { ...form, purpose: 'other' })).toEqual(['unknown']);
    expect(await outcomesOf([id], right, { ...form, session: 'other' })).toEqual(['unknown']);
    expect(await outcomesOf([id], right)).toEqual(['passed']);
  });

  test('a store that gives away what belongs to others is not believed', async () => {
    const { id, answer } = await captcha.issue(form);
    const lent = await captcha.find({ ...form, id });
    const careless = { add: async () => {}, find: async () => lent, take: async () => lent };
    const other = { id, session: 'other', purpose: 'form', response: String(answer) };
    expect(await captcha.check(other, careless)).toEqual({ outcome: 'unknown' });
    expect(await createCaptcha({ store: careless, now: () => now }).find(other)).toBeUndefined();
  });

  test.each([
    undefined,
    null,
    '',
    'a',
    7,
    ['a'.repeat(22)],
    {},
    `${'a'.repeat(22)}\n`,
    '.'.repeat(22),
    'a'.repeat(9999),
  ])('the id %p is unknown without asking the store', async (id) => {
    const locked = {
      add: () => Promise.reject(new Error('add')),
      find: () => Promise.reject(new Error('find')),
      take: () => Promise.reject(new Error('take')),
    };
    expect(await captcha.check({ ...form, id, response: '0' }, locked)).toEqual({ outcome: 'unknown' });
    expect(await createCaptcha({ store: locked, now: () => now }).find({ ...form, id })).toBeUndefined();
  });

  test('takes from the store of a transaction where one is given', async () => {
    const { id, answer } = await captcha.issue(form);
    const elsewhere = createMemoryStore({ most: 1 });
    expect((await captcha.check({ ...form, id, response: String(answer) }, elsewhere)).outcome).toBe('unknown');
    expect(await outcomesOf([id], () => String(answer))).toEqual(['passed']);
  });

  test.each([
    [dayMs - 1, 'passed'],
    [dayMs, 'expired'],
  ])('after %d ms: %s', async (waited, outcome) => {
    const { id, answer } = await captcha.issue(form);
    now += waited;
    expect(await outcomesOf([id], () => String(answer))).toEqual([outcome]);
  });

  test('think time is measured from the first challenge of the form', async () => {
    const store = createMemoryStore({ most: 100 });
    captcha = createCaptcha({ store, now: () => now, randomInt: seeded(9), minThinkMs: 3000 });
    const first = await captcha.issue(form);
    now += 2000;
    expect(await outcomesOf([first.id], () => String(first.answer))).toEqual(['too-fast']);
    const second = await captcha.issue({ ...form, firstIssuedAt: first.firstIssuedAt });
    now += 1000;
    expect(await outcomesOf([second.id], () => String(second.answer))).toEqual(['passed']);
  });
});

describe('find', () => {
  test('looks without spending', async () => {
    const challenge = await captcha.issue(form);
    expect(await captcha.find({ ...form, id: challenge.id })).toEqual(challenge);
    expect(await captcha.find({ ...form, id: challenge.id })).toEqual(challenge);
    expect(await captcha.find({ ...form, purpose: 'other', id: challenge.id })).toBeUndefined();
  });

  test('an expired one is not there', async () => {
    const { id } = await captcha.issue(form);
    now += dayMs;
    expect(await captcha.find({ ...form, id })).toBeUndefined();
  });
});
