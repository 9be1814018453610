import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, writeReply } from '../support/world.ts';

const body = 'Long *thought* about';

describeOnEveryEngine('previews', (world) => {
  const network = (number: number) => ({ 'x-forwarded-for': `198.51.100.${number}` });

  test('120 a minute for one network, of both kinds together; the next is told when to ask again', async () => {
    const ann = world().visitor(network(1));
    const page = await ann.open(article);
    for (let asked = 0; asked < 118; asked += 1)
      expect(
        (
          await world()
            .visitor(network(asked + 1))
            .post(`${article}/preview`, { body })
        ).status,
      ).toBe(200);
    const typed = { ...page.reply, body, author: 'Ann', email: 'ann@example.org', preview: '1' };
    expect((await ann.post(`${article}/comments`, typed)).$('#preview em').text()).toBe('thought');
    expect((await ann.post(`${article}/preview`, { body })).status).toBe(200);

    const alone = await world().visitor(network(200)).post(`${article}/preview`, { body });
    expect([alone.status, alone.$('#preview').length]).toEqual([429, 0]);
    expect(Number(alone.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(alone.headers['retry-after'])).toBeLessThanOrEqual(60);

    const shown = await ann.post(`${article}/comments`, typed);
    expect([shown.status, shown.$('#preview').length]).toEqual([429, 0]);
    expect(shown.headers['retry-after']).toMatch(/^\d+$/);
    expect(shown.$('[role=alert] li').text()).toMatch(
      /^Too many previews were asked for from your network\. Ask again in \d+ seconds, or post without one;/,
    );
    expect({ ...shown.reply, preview: '1' }).toEqual(typed);
    expect((await ann.post(`${article}/comments`, shown.reply)).status).toBe(303);
  });

  test('of another network are not concerned, and neither are sums and comments', async () => {
    expect((await world().visitor().post(`${article}/preview`, { body })).status).toBe(200);
    expect((await writeReply(world().visitor(network(7)), { body: 'Without a preview' })).status).toBe(303);
  });

  test('that were refused are counted for moderators', async () => {
    const page = await (await world().moderator()).open('/moderation/guard');
    expect(page.$('main').text()).toContain('Previews from one network');
  });
});
