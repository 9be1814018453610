import { createHmac } from 'node:crypto';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import { type Answer, openHookServer } from '../support/hook-server.ts';
import { describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const hook = await openHookServer();
const secret = 'thirty-two characters and a few more';
const options = {
  webhookUrl: `http://localhost:${hook.port}/hooks?site=1`,
  webhookSecret: secret,
  webhookAllow: ['localhost'],
};
const hour = 3_600_000;

afterEach(() => {
  hook.calls.length = 0;
  hook.answers.length = 0;
});
afterAll(() => hook.close());

describeOnEveryEngine(
  'a webhook',
  (world) => {
    const deliver = async (after = 0): Promise<void> => {
      world().clock.now += after;
      await (await world().comments.ready).deliver();
    };
    const write = async (body: string, fields = {}): Promise<string> =>
      idOf(await writeReply(world().visitor(), { body, email: 'ann@private.example', ...fields }));
    const said = () => hook.calls.map(({ body }) => JSON.parse(body)).map(({ type, comment }) => [type, comment.id]);

    test('is called with what happened, signed, and without what is nobody’s business', async () => {
      const id = await write('Calm **words**.', { website: 'https://ann.example/' });
      await deliver();
      const [call] = hook.calls;
      expect(JSON.parse(call?.body ?? '')).toEqual({
        id: call?.headers['webhook-id'],
        at: expect.stringMatching(/^2022-01-\d\dT[\d:.]+Z$/),
        type: 'comment.held',
        thread: { key: 'open-letter', url: '/articles/open-letter', title: 'An open letter' },
        comment: {
          id,
          parentId: null,
          status: 'pending',
          author: { name: 'Ann', website: 'https://ann.example/' },
          body: 'Calm **words**.',
          html: '<p>Calm <strong>words</strong>.</p>\n',
          reason: 'First comment of this author',
          createdAt: expect.any(String),
        },
      });
      const { 'webhook-id': callId, 'webhook-timestamp': time, 'webhook-key-id': keyId } = call?.headers ?? {};
      const expected = createHmac('sha256', secret).update(`${callId}.${time}.${call?.body}`).digest('base64');
      expect(call?.headers['webhook-signature']).toBe(`v1,${expected}`);
      expect(Number(time) * 1000).toBeGreaterThan(world().clock.now - 60_000);
      expect(keyId).toMatch(/^[\w-]{8}$/);
      expect(hook.calls.map(({ body }) => body).join()).not.toMatch(/private\.example|visitor|address/);
      await decide(world(), 'approve', id);
      await deliver();
      expect(said()).toEqual([
        ['comment.held', id],
        ['comment.approved', id],
      ]);
    });

    test.each<readonly [Answer]>([[500], [302], [404], ['endless']])(
      'that answers %s is called again, in the order of the thread',
      async (answer) => {
        hook.answers.push(answer);
        const first = await write(`First of ${answer}.`);
        const second = await write(`Second of ${answer}.`);
        await deliver();
        expect(said()).toEqual([['comment.held', first]]);
        await deliver(hour);
        expect(said().slice(1)).toEqual([
          ['comment.held', first],
          ['comment.held', second],
        ]);
        expect(hook.calls[0]?.headers['webhook-id']).toBe(hook.calls[1]?.headers['webhook-id']);
        for (const id of [first, second]) await decide(world(), 'trash', id);
      },
    );

    test('is told nothing of what was decided against meanwhile', async () => {
      hook.answers.push(500);
      const id = await write('Soon spam.');
      await deliver();
      await decide(world(), 'spam', id);
      await deliver(hour);
      expect(hook.calls).toHaveLength(1);
    });
  },
  options,
);

describeOnEveryEngine(
  'a webhook in a private network',
  (world) => {
    test('is not called', async () => {
      await writeReply(world().visitor(), { body: 'Never told.' });
      await (await world().comments.ready).deliver();
      expect(hook.calls).toEqual([]);
      expect(world().logged.join()).toContain('WEBHOOK_ALLOW');
    });
  },
  { ...options, webhookAllow: ['otherhost'] },
);
