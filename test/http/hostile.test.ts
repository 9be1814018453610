import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('hostile text', (world) => {
  test('neither a name nor a comment becomes markup, for readers or moderators', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const attack = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    await ann.post(`${article}/comments`, {
      ...page.reply,
      body: `${attack} [x](javascript:alert(3)) <b>fine</b>`,
      author: attack,
    });
    const mo = await world().moderator();
    for (const shown of [await ann.open(article), await mo.open('/moderation')]) {
      expect(shown.$('main img:not(.disc), script:not([src], [type="application/ld+json"]), [onerror]').length).toBe(0);
      expect(shown.$('a[href^="javascript:"]').length).toBe(0);
      expect(shown.html).toContain('<b>fine</b>');
    }
  });

  test('a name loses what would disguise it', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    await ann.post(`${article}/comments`, {
      ...page.reply,
      body: 'Disguised',
      author: `A\u202En\u200Bn${'\u0301'.repeat(9)}`,
    });
    const html = (await ann.open(article)).html;
    expect(html).not.toMatch(/[\u202a-\u202e\u200b]|\p{M}{3}/u);
  });

  test('the log names no comment text, no address in full, no answer, no query', async () => {
    const ann = world().visitor({ 'x-forwarded-for': '203.0.113.77' });
    const page = await ann.open(`${article}?secret=token`);
    await ann.post(`${article}/comments`, {
      ...page.reply,
      body: 'canary-body',
      author: 'canary-name',
      email: 'canary@example.org',
    });
    const log = world().logged.join('');
    expect(log).toContain('203.0.113.0/24');
    expect(log).not.toMatch(/canary|203\.0\.113\.77|secret=|"answer"|cookie/i);
    for (const line of world().logged) {
      expect(() => JSON.parse(line)).not.toThrow();
      expect(line.match(/"status":/g)?.length ?? 1).toBe(1);
    }
  });
});
