import { describe, expect, test } from '@jest/globals';
import fc, { type Scheduler } from 'fast-check';
import { createCaptcha, createMemoryStore, plainPrompt } from '../../src/captcha/index.ts';
import { createBreaker } from '../../src/comments/breaker.ts';
import { createDiscussion } from '../../src/comments/discussion.ts';
import { createFlood } from '../../src/comments/flood.ts';
import { purposeOf } from '../../src/comments/issuing.ts';
import { createLearning } from '../../src/comments/learning/filter.ts';
import { type Limits, limitNames } from '../../src/comments/limits.ts';
import { createListed } from '../../src/comments/listed.ts';
import type { Stores } from '../../src/comments/store.ts';
import type { Store } from '../../src/store/store.ts';
import { solve } from '../../src/testing/solve.ts';
import { thread } from '../store/samples.ts';
import { engines } from '../support/engines.ts';

const visitor = { id: 'ann', address: 'here', network: 'near', author: null };
const author = { name: 'Ann', email: null, website: null };
const tally = { count: () => undefined };

describe('two posts at once, in whatever order their steps come', () => {
  test('a challenge is answered once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, posts) => {
        const kept = createMemoryStore({ most: 10 });
        const captcha = createCaptcha({ store: stepwise(kept, scheduler), now: Date.now });
        const form = { session: 'ann', purpose: 'form' };
        const { id, prompt } = await createCaptcha({ store: kept, now: Date.now }).issue(form);
        const response = String(solve(plainPrompt(prompt), 'en'));
        const verdicts = Array.from({ length: posts }, () => captcha.check({ ...form, id, response }));
        await scheduler.waitFor(Promise.all(verdicts));
        const outcomes = (await Promise.all(verdicts)).map(({ outcome }) => outcome);
        expect(outcomes.toSorted()).toEqual(['passed', ...Array(posts - 1).fill('unknown')]);
      }),
    );
  });

  test('at most one comment is stored, even where no transaction keeps the steps together', async () => {
    const [memory] = engines;
    const { store, close } = (await memory?.open()) ?? {};
    if (!store) throw new Error('No engine to open');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, sameText) => {
        const id = await challengeIn(store);
        const discussion = discussionOver(store, scheduler);
        const before = await total(store);
        const post = (body: string) =>
          discussion
            .post(thread, { body, author, parentId: null, honeypot: '' }, visitor, {
              id: id.id,
              response: id.right,
              unable: false,
            })
            .catch(() => null);
        const posts = [post(`${id.id} one`), post(`${id.id} ${sameText ? 'one' : 'two'}`)];
        await scheduler.waitFor(Promise.all(posts));
        expect((await total(store)) - before).toBe(1);
      }),
      { numRuns: 60 },
    );
    await close?.();
  });
});

/** Every method waits its turn, which the scheduler gives in an order of its own. */
function stepwise<T extends object>(of: T, scheduler: Scheduler): T {
  return new Proxy(of, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]) => {
        await scheduler.schedule(Promise.resolve(), String(name));
        return method.apply(target, args);
      };
    },
  });
}

const captchaOver = (store: Store) => createCaptcha({ store: store.challenges, now: Date.now });

async function challengeIn(store: Store): Promise<{ readonly id: string; readonly right: string }> {
  const { id, prompt } = await captchaOver(store).issue({ session: visitor.id, purpose: purposeOf(thread.key) });
  return { id, right: String(solve(plainPrompt(prompt), 'en')) };
}

let stored = 0;

/** Wide enough for all rounds together. */
const limits = Object.fromEntries(limitNames.map((name) => [name, { points: 1_000_000, seconds: 60 }])) as Limits;

function discussionOver(store: Store, scheduler: Scheduler) {
  // The steps of two posts mix freely: no transaction is there to keep them apart.
  const bare: Stores = {
    ...store,
    comments: stepwise(store.comments, scheduler),
    challenges: stepwise(store.challenges, scheduler),
    sketches: { add: async () => {}, remove: async () => {}, sharing: async () => [] },
    lists: store.lists,
    settings: store.settings,
    threads: store.threads,
    learning: store.learning,
    receipts: store.receipts,
  };
  const { openBudget } = store;
  const { classify } = createLearning({ ...store, keyed: (_purpose, text) => text, now: Date.now });
  return createDiscussion({
    placesOf: async () => new Map(),
    comments: store.comments,
    transaction: (work) => work(bare),
    captcha: captchaOver(store),
    policy: {},
    listed: createListed(Date.now),
    classify,
    flood: createFlood({ openBudget, limits, tally }),
    breaker: createBreaker({ openBudget, limits }),
    tally,
    commentsPerPage: 10,
    repliesPerPage: 200,
    now: Date.now,
    newToken: () => `token-${stored}`,
    newId: () => {
      stored += 1;
      return `01900000-0000-7000-8000-${String(stored).padStart(12, '0')}`;
    },
  });
}

async function total(store: Store): Promise<number> {
  const { pending, approved } = await store.queue.countByStatus();
  return pending + approved;
}
