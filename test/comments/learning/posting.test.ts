import { expect, test } from '@jest/globals';
import { createCaptcha, plainPrompt } from '../../../src/captcha/index.ts';
import { createCore } from '../../../src/comments/core.ts';
import { idsBy } from '../../../src/comments/id.ts';
import { purposeOf } from '../../../src/comments/issuing.ts';
import { everything } from '../../../src/comments/learning/learning.ts';
import { defaultLimits } from '../../../src/comments/limits.ts';
import { sayReason } from '../../../src/comments/reason.ts';
import { translatorFor } from '../../../src/messages/translator.ts';
import { solve } from '../../../src/testing/solve.ts';
import { thread } from '../../store/samples.ts';
import { describeLearning, type School } from './school.ts';

const visitor = { id: 'ann', address: 'here', network: 'near', author: null };
const author = { name: 'Ann', email: null, website: null };
const policy = {
  firstComment: 'publish',
  language: 'en',
  blocklist: [],
  mostLinks: 1,
  commentsPerPage: 50,
  likes: 'on',
  repliesPerPage: 200,
  limits: defaultLimits,
  sessionIdleHours: 1,
  sessionHours: 1,
} as const;

describeLearning('a comment that is posted', (school) => {
  test('keeps how long its author took, and its score once there is one', async () => {
    const early = await post(school(), 'Cheap watches for the harbour');
    expect(early).toMatchObject({ thinkSeconds: 31, spamScore: null, status: 'approved' });
    await school().store.transaction(({ learning }) => learning.add(lessons, 1));
    const late = await post(school(), 'Cheap watches for everybody here');
    expect(late).toMatchObject({ thinkSeconds: 31, status: 'pending', rule: 'learned' });
    expect(sayReason(late?.reason ?? '', translatorFor('en').t)).toBe(
      'Reads like what was marked as spam: cheap, everybody, watches',
    );
    expect(late?.spamScore).toBeGreaterThan(0.9);
    expect(await school().store.comments.byId(late?.id ?? '')).toEqual(late);
    expect((await post(school(), 'The old wall'))?.spamScore).toBe(0.5);
  });
});

const often = { spam: 40, honest: 0 };
const lessons = new Map([
  [everything, { spam: 60, honest: 60 }],
  ['word:cheap', often],
  ['word:watches', often],
  ['word:everybody', often],
]);

/** Posts with the right answer, 31 seconds after the form was shown. */
async function post({ store }: School, body: string) {
  let time = Date.UTC(2022, 0, 14, 9);
  const now = (): number => time;
  const captcha = createCaptcha({ store: store.challenges, now });
  const keyed = (_purpose: string, text: string): string => text;
  const parts = {
    captcha,
    scrub: store.scrub,
    policy,
    listener: null,
    keyed,
    now,
    newId: idsBy(now),
    newToken: () => 'token',
  };
  const { discussion } = createCore({ stores: store, ...parts });
  const { id, prompt } = await captcha.issue({ session: visitor.id, purpose: purposeOf(thread.key) });
  time += 31_000;
  const ticket = { id, response: String(solve(plainPrompt(prompt), 'en')), unable: false };
  const posted = await discussion.post(thread, { body, author, parentId: null, honeypot: '' }, visitor, ticket);
  return posted.outcome === 'stored' ? posted.comment : null;
}
