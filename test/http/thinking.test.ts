import { afterEach, expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf } from '../support/world.ts';

describeOnEveryEngine(
  'time to think',
  (world) => {
    afterEach(() => {
      world().clock.pause = 4_000;
    });

    /** A page that was opened just now, and its form sent back after so many milliseconds. */
    const sendAfter = async (pause: number) => {
      const ann = world().visitor();
      const page = await ann.open(article);
      world().clock.pause = pause;
      const sent = await ann.post(`${article}/comments`, { ...page.reply, body: 'Quick', author: 'Ann' });
      return { ann, sent };
    };

    test('three seconds are enough', async () => {
      expect((await sendAfter(3_000)).sent.status).toBe(303);
    });

    test('faster than that asks a new sum, with the text kept; answered in time it is public', async () => {
      const { ann, sent } = await sendAfter(2_999);
      expect([sent.status, sent.reply.body, sent.reply.author]).toEqual([422, 'Quick', 'Ann']);
      expect(sent.$('[role=alert]').text()).toContain('very quick');
      const second = await ann.post(`${article}/comments`, sent.reply);
      expect(second.status).toBe(303);
      expect((await world().visitor().open(article)).$(`#comment-${idOf(second)}`).length).toBe(1);
    });

    test('too fast a second time is held, with the reason, never lost', async () => {
      const { ann, sent } = await sendAfter(100);
      const second = await ann.post(`${article}/comments`, sent.reply);
      expect(second.status).toBe(303);
      world().clock.pause = 4_000;
      expect((await world().visitor().open(article)).$(`#comment-${idOf(second)}`).length).toBe(0);
      const row = (await (await world().moderator()).open('/moderation')).$(`#row-${idOf(second)}`);
      expect(row.text()).toContain('Answered twice faster than a person writes');
    });

    test('a wrong answer is no new start: the time since the form was first shown counts', async () => {
      const { ann, sent } = await sendAfter(100);
      world().clock.pause = 1_500;
      const wrong = await ann.post(`${article}/comments`, { ...sent.reply, response: '99' });
      expect(wrong.status).toBe(422);
      expect((await ann.post(`${article}/comments`, wrong.reply)).status).toBe(303);
      expect((await world().visitor().open(article)).html).toContain('Quick');
    });

    test('another sum does not hurry either', async () => {
      const ann = world().visitor();
      const page = await ann.open(article);
      world().clock.pause = 2_000;
      const another = await ann.post(`${article}/comments`, {
        ...page.reply,
        body: 'Slow',
        author: 'Ann',
        another: '1',
      });
      expect((await ann.post(`${article}/comments`, another.reply)).status).toBe(303);
    });
  },
  { firstComment: 'publish' },
);
