import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCaptcha } from '../../src/captcha/index.ts';
import type { Status } from '../../src/comments/comment.ts';
import { createCore } from '../../src/comments/core.ts';
import { idsBy } from '../../src/comments/id.ts';
import { everything } from '../../src/comments/learning/learning.ts';
import { defaultLimits } from '../../src/comments/limits.ts';
import { hashOfSecret } from '../../src/comments/secret.ts';
import type { Store } from '../../src/store/store.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines } from '../support/engines.ts';

const policy = { firstComment: 'publish', language: 'en', blocklist: ['lottery'], mostLinks: 1, likes: 'off' } as const;
const limits = Object.fromEntries(
  Object.keys(defaultLimits).map((name) => [name, { points: 100_000, seconds: 60 }]),
) as unknown as typeof defaultLimits;
const from = { address: 'here', network: 'near' };
const start = aComment(1).createdAt;
const minuteMs = 60_000;

function coreOn(stores: Store, clock: { now: number }) {
  const now = (): number => clock.now;
  const visits = { sessionIdleHours: 1, sessionHours: 1, commentsPerPage: 50, repliesPerPage: 50 };
  return createCore({
    stores,
    captcha: createCaptcha({ store: stores.challenges, now }),
    scrub: stores.scrub,
    policy: { ...policy, ...visits, limits },
    listener: null,
    keyed: (_purpose, text) => text,
    now,
    newId: idsBy(now),
    newToken: () => 'token',
  });
}

const order: readonly Status[] = ['approved', 'pending', 'spam'];
const texts = ['Calm words', 'Other calm words', 'Win the lottery', 'https://a.example and https://b.example'];
const isHeld = (body: string): boolean => body.includes('lottery') || body.includes('//b.example');

test.each(engines.map((engine) => [engine.name, engine] as const))(
  'whatever an author does in whichever order, no text is published that screening would hold (%s)',
  async (_name, engine) => {
    const act = fc.record({
      body: fc.constantFrom(...texts),
      after: fc.constantFrom(0, 1, 4, 16),
      undo: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...order), fc.array(act, { maxLength: 6 }), async (status, acts) => {
        const { store, close } = await engine.open();
        const clock = { now: start };
        const { receipts, moderation } = coreOn(store, clock);
        await store.comments.add(aComment(1, { status, body: 'Calm words at first' }), thread);
        const receipt = { commentId: idOf(1), createdAt: start, proven: false };
        await store.receipts.add({ hash: hashOfSecret('mine'), ...receipt });
        try {
          for (const { body, after, undo } of acts) {
            clock.now += after * minuteMs;
            const before = await store.comments.byId(idOf(1));
            const done = await receipts.edit('mine', body, before?.editedAt ?? null, from).catch(() => 'refused');
            const comment = await store.comments.byId(idOf(1));
            if (clock.now > start + 15 * minuteMs) expect([done, comment]).toEqual(['refused', before]);
            else expect(comment?.body).toBe(body);
            if (done === 'held' || done === 'changed') {
              expect(order.indexOf(comment?.status ?? 'trash')).toBeGreaterThanOrEqual(order.indexOf(status));
              if (isHeld(body)) expect(comment?.status).not.toBe('approved');
            }
            const [latest] = (await moderation.log(null, { moderatorId: null, commentId: idOf(1) })).items;
            if (undo && latest && done !== 'refused' && done !== 'same') {
              await moderation.undo(latest.batch, 'mo');
              expect(textAndPlace(await store.comments.byId(idOf(1)))).toEqual(textAndPlace(before));
            }
            const counts = await store.queue.countByStatus();
            const now = await store.comments.byId(idOf(1));
            expect(counts).toEqual({ pending: 0, approved: 0, spam: 0, trash: 0, [now?.status ?? '']: 1 });
          }
          expect((await moderation.verify()).broken).toBeNull();
        } finally {
          await close();
        }
      }),
      { numRuns: engine.name === 'PostgreSQL' ? 5 : 20 },
    );
  },
);

const textAndPlace = (comment: Awaited<ReturnType<Store['comments']['byId']>>) =>
  comment && [comment.body, comment.html, comment.editedAt, comment.editedByAuthor, comment.status, comment.decidedAt];

test('what a moderator approved teaches nothing any more once its author has changed it', async () => {
  const { store, close } = await (engines[0] ?? fail()).open();
  const clock = { now: start };
  const { receipts, moderation, learning } = coreOn(store, clock);
  const receipt = { commentId: idOf(1), createdAt: start, proven: false };
  await store.receipts.add({ hash: hashOfSecret('mine'), ...receipt });
  await store.comments.add(aComment(1, { body: 'Herrings', html: '<p>Herrings</p>' }), thread);
  const counts = async () => {
    await learning.catchUp();
    return Object.fromEntries(await store.learning.countsOf([everything, 'word:herrings', 'word:sprats']));
  };
  await moderation.decide('approve', { ids: [idOf(1)] }, 'mo');
  expect(Object.keys(await counts())).toEqual([everything, 'word:herrings']);
  expect(await receipts.edit('mine', 'Sprats', null, from)).toBe('changed');
  expect(await counts()).toEqual({});
  await moderation.decide('spam', { ids: [idOf(1)] }, 'mo');
  expect((await counts())['word:sprats']).toEqual({ spam: 1, honest: 0 });
  await close();
});

test.each(engines.flatMap((engine) => [false, true].map((again) => [engine.name, again, engine] as const)))(
  'undoing a decision publishes no words that its comment did not have when it was made (%s, an undo: %s)',
  async (_name, again, engine) => {
    const { store, close } = await engine.open();
    const clock = { now: start };
    const { receipts, moderation } = coreOn(store, clock);
    await store.receipts.add({ hash: hashOfSecret('mine'), commentId: idOf(1), createdAt: start, proven: false });
    await store.comments.add(aComment(1, { body: 'Calm words' }), thread);
    const approved = await moderation.decide('approve', { ids: [idOf(1)] }, 'mo');
    const { batch } = await (again
      ? moderation.undo(approved.batch ?? '', 'mo')
      : moderation.decide('hold', { ids: [idOf(1)] }, 'mo'));
    const before = await store.comments.byId(idOf(1));
    expect(await receipts.edit('mine', 'Win the lottery', null, from)).toBe('changed');
    expect(await moderation.undo(batch ?? '', 'mo')).toMatchObject({ moved: 0, left: 1 });
    expect((await store.comments.byId(idOf(1)))?.status).not.toBe('approved');
    const [edit] = (await moderation.log(null, { moderatorId: null, commentId: idOf(1) })).items;
    await moderation.undo(edit?.batch ?? '', 'mo');
    expect(textAndPlace(await store.comments.byId(idOf(1)))).toEqual(textAndPlace(before));
    expect(await moderation.undo(batch ?? '', 'mo')).toMatchObject({ moved: 1, left: 0 });
    expect((await store.comments.byId(idOf(1)))?.status).toBe('approved');
    expect((await moderation.verify()).broken).toBeNull();
    await close();
  },
);

const fail = (): never => {
  throw new Error('There is no engine to test on');
};
