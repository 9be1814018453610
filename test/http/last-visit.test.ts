import { expect, test } from '@jest/globals';
import type { Browser, Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const hour = 3_600_000;
const newOn = (page: Shown) =>
  page
    .$('.new-mark')
    .toArray()
    .map((mark) => page.$(mark).closest('.comment').attr('id')?.slice('comment-'.length));

describeOnEveryEngine('what came since the last visit', (world) => {
  const remembered = async (): Promise<Browser> => {
    const browser = world().visitor();
    await writeReply(browser, { body: `At ${world().clock.now}`, remember: '1' });
    return browser;
  };

  test('is marked for whoever asked to be remembered, counted, and linked to; the first visit marks nothing', async () => {
    const ann = await remembered();
    await world().published('Before the first visit');
    expect(newOn(await ann.open(article))).toEqual([]);
    world().clock.now += 2 * hour;
    const one = await world().published('Meanwhile');
    const two = await world().published('Meanwhile too', { parentId: one });
    const page = await ann.open(article);
    expect(newOn(page)).toEqual([one, two]);
    expect(page.$('.news').text()).toBe('2 new replies on this page since your last visit.');
    expect(page.$('.news a').attr('href')).toBe(`#comment-${one}`);
    expect(newOn(await ann.open(article))).toEqual([one, two]);
    world().clock.now += 2 * hour;
    expect(newOn(await ann.open(article))).toEqual([]);
  });

  test('is also what was approved since then, but nothing of one’s own', async () => {
    const held = idOf(await writeReply(world().visitor(), { body: 'Waits for long' }));
    const ann = await remembered();
    await ann.open(article);
    world().clock.now += 2 * hour;
    const own = idOf(await writeReply(ann, { body: 'My own', remember: '1' }));
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: [held, own], action: 'approve' });
    world().clock.now += 20 * 60_000;
    expect(newOn(await ann.open(article))).toContain(held);
    expect(newOn(await ann.open(article))).not.toContain(own);
  });

  test('is kept in one cookie of two times, and forgotten with the rest', async () => {
    const ann = await remembered();
    const [first] = (await ann.open(article)).headers['set-cookie'] ?? [];
    expect(first).toMatch(/^visits=(\d{10})\.\1; Max-Age=31536000; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect((await ann.open(article)).headers['set-cookie']).toBeUndefined();
    const forgotten = await writeReply(ann, { body: 'No more', remember: '' });
    expect(String(forgotten.headers['set-cookie'])).toMatch(/visits=;.*author=;|author=;.*visits=;/);
    expect(newOn(await ann.open(article))).toEqual([]);
  });

  test('nobody else gets a cookie for it, and what is forged is no visit', async () => {
    const reader = world().visitor();
    await reader.open(article);
    expect((await reader.open(article)).headers['set-cookie']).toBeUndefined();
    await world().published('To be marked for nobody');
    for (const value of ['1.1', 'x', '-1.5', '99999999999999.1', '1.1.1'])
      expect(
        newOn(
          await world()
            .visitor({ cookie: `visits=${value}` })
            .open(article),
        ),
      ).toEqual([]);
  });
});
