import { expect, test } from '@jest/globals';
import { readSum } from '../../src/testing/index.ts';
import { article, describeOnEveryEngine, type World, writeReply } from '../support/world.ts';

const token = 'a token of sixteen characters and more';

async function countOf(world: World, line: string): Promise<number> {
  const { agent } = world.visitor();
  const { text } = await agent.get('/metrics').set('authorization', `Bearer ${token}`);
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')
      .at(-1) ?? 0,
  );
}

describeOnEveryEngine(
  'what operators see',
  (world) => {
    test('the page "Guard" counts sums, answers and what was held, for moderators only', async () => {
      const ann = world().visitor();
      const page = await ann.open(article);
      const wrong = readSum(page.html)?.wrong ?? '';
      await ann.post(`${article}/comments`, { ...page.reply, body: 'Mistaken', author: 'Ann', response: wrong });
      await writeReply(ann, { body: 'Right this time' });
      await writeReply(world().visitor(), { subject: 'filled' });
      const mo = await world().moderator();
      const { $ } = await mo.open('/moderation/guard');
      const totals = Object.fromEntries(
        $('.totals > div')
          .toArray()
          .map((each) => [$(each).find('dt').text(), Number($(each).find('dd').text())]),
      );
      // The page with the wrong answer brought a sum as well.
      expect(totals).toEqual({ 'Sums issued': 4, Right: 2, Wrong: 1, 'Published at once': 0 });
      const held = $('#held + dl').text().replace(/\s+/g, ' ');
      expect(held).toContain('First comment of its author1');
      expect(held).toContain('A field that nobody sees was filled1');
      expect($('#networks + dl dd').text()).toBe('1');
      expect($('#networks + dl dt').text()).toMatch(/^[\w-]{8}$/);
      expect($('svg rect').length).toBe(3);
      expect($('table tbody tr').length).toBe(24);
      const stranger = await world().visitor().open('/moderation/guard');
      expect([stranger.status, stranger.headers.location]).toEqual([303, '/sign-in']);
    });

    test('/metrics is there for whoever bears the token, and for nobody else', async () => {
      const sums = await countOf(world(), 'leave_a_reply_guard_total{what="issued",rule=""}');
      const held = await countOf(world(), 'leave_a_reply_guard_total{what="held",rule="honeypot"}');
      await writeReply(world().visitor(), { subject: 'filled again' });
      expect(await countOf(world(), 'leave_a_reply_guard_total{what="issued",rule=""}')).toBe(sums + 1);
      expect(await countOf(world(), 'leave_a_reply_guard_total{what="held",rule="honeypot"}')).toBe(held + 1);
      expect(await countOf(world(), 'leave_a_reply_breaker_open')).toBe(0);
      const { agent } = world().visitor();
      const nowhere = await agent.get('/nowhere');
      for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, token, `bearer ${token}`, `Basic ${token}`]) {
        const answer = await agent.get('/metrics').set('authorization', authorization);
        expect([answer.status, answer.text]).toEqual([404, nowhere.text]);
      }
    });
  },
  { metricsToken: token },
);

describeOnEveryEngine('a site without a token', (world) => {
  test('has no /metrics', async () => {
    const { agent } = world().visitor();
    expect((await agent.get('/metrics').set('authorization', 'Bearer ')).status).toBe(404);
    expect((await agent.get('/metrics').set('authorization', 'Bearer undefined')).status).toBe(404);
  });
});
