import { expect, test } from '@jest/globals';
import { newAddress } from '../support/addresses.ts';
import type { Browser, Fields, Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const comments = `${article}/comments`;
const who = { author: 'Ann', email: 'ann@example.org', website: '' };

/** Ann has written one comment with the box ticked, and a moderator has decided on it. */
async function decidedOn(world: World, action: string): Promise<{ readonly ann: Browser; readonly cookie: string }> {
  const ann = world.visitor();
  const posted = await writeReply(ann, { ...who, body: `To be decided: ${newAddress()}`, remember: '1' });
  const cookie = [posted.headers['set-cookie']].flat().find((each) => each?.startsWith('author=')) ?? '';
  const mo = await world.moderator();
  await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: idOf(posted), action });
  return { ann, cookie: cookie.split(';')[0] ?? '' };
}

/** Another browser, with a cookie that it brought along. */
const bearing = (world: World, cookie: string): Browser => world.visitor({ cookie });

const isAsked = async (browser: Browser): Promise<boolean> => (await browser.open(article)).$('#response').length === 1;

describeOnEveryEngine('authors who are known', (world) => {
  test('one approved comment, and the sum is no longer asked: the ticket alone lets the next ones in, at once', async () => {
    const { ann } = await decidedOn(world(), 'approve');
    const page = await ann.open(article);
    expect([page.$('#response').length, page.reply.challenge?.length]).toEqual([0, 22]);
    const posted = await ann.post(comments, { ...page.reply, body: 'Known by now' });
    expect(posted.status).toBe(303);
    expect((await world().visitor().open(article)).$(`#comment-${idOf(posted)}`).length).toBe(1);
    const again = await ann.post(comments, { ...page.reply, body: 'With the same ticket' });
    expect([again.status, again.reply.body]).toEqual([422, 'With the same ticket']);
    expect(again.$('.reply-form').text()).not.toMatch(/sum is no longer|Solve/);
    expect(again.$('[role=alert]').text()).toContain('post again');
    expect(again.$('[role=alert] a').length).toBe(0);
    const without: Fields = { ...again.reply, challenge: '' };
    expect((await ann.post(comments, without)).status).toBe(422);
  });

  test('the cookie alone is proof enough, in a new visit', async () => {
    const { cookie } = await decidedOn(world(), 'approve');
    const { agent } = bearing(world(), '');
    const page = await agent.get(article).set('cookie', cookie);
    expect(page.text).not.toContain('id="response"');
    const sid = String(page.headers['set-cookie']).split(';')[0];
    const challenge = /name="challenge" value="([\w-]{22})"/.exec(page.text)?.[1];
    const form = { ...who, body: 'From another visit', remember: '1', challenge };
    const posted = await agent.post(comments).set('cookie', `${cookie}; ${sid}`).type('form').send(form);
    expect(posted.status).toBe(303);
    expect((await world().visitor().open(article)).html).toContain('From another visit');
  });

  test('typing the same name and e-mail address is none, nor is a cookie that we have not signed', async () => {
    const { cookie } = await decidedOn(world(), 'approve');
    const posted = await writeReply(world().visitor(), { ...who, body: 'An impostor', remember: '1' });
    expect(posted.status).toBe(303);
    expect((await world().visitor().open(article)).html).not.toContain('An impostor');
    const value = decodeURIComponent(cookie.slice('author='.length));
    const forged = [
      value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      value.replace('"Ann"', '"Bob"'),
      value.slice(44),
      `${'A'.repeat(43)}.${value.slice(44)}`,
      '%',
    ];
    expect(await isAsked(bearing(world(), cookie))).toBe(false);
    for (const each of forged) expect(await isAsked(bearing(world(), `author=${encodeURIComponent(each)}`))).toBe(true);
  });

  test.each(['spam', 'trash', 'hold'])(
    'a comment that is not approved but moved to %s proves nothing',
    async (action) => {
      const { ann } = await decidedOn(world(), action);
      expect(await isAsked(ann)).toBe(true);
    },
  );

  test('one comment marked as spam ends it, whatever was approved before', async () => {
    const { ann } = await decidedOn(world(), 'approve');
    const page = await ann.open(article);
    const second = idOf(await ann.post(comments, { ...page.reply, body: 'Buy my watches' }));
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: second, action: 'spam' });
    expect(await isAsked(ann)).toBe(true);
  });

  test('whoever unticks the box is forgotten, and asked again in the next visit', async () => {
    const { ann, cookie } = await decidedOn(world(), 'approve');
    const page = await ann.open(article);
    const { remember: _ticked, ...unticked } = page.reply;
    const posted = await ann.post(comments, { ...unticked, body: 'Forget me' });
    expect(posted.status).toBe(303);
    expect(String(posted.headers['set-cookie'])).toMatch(/author=;.*Expires=Thu, 01 Jan 1970/);
    expect(await isAsked(bearing(world(), cookie))).toBe(false);
  });
});

describeOnEveryEngine(
  'a known author, where pages are cached',
  (world) => {
    test('gets the ticket with the page, and a reader without cookies nothing', async () => {
      const ann = world().visitor();
      const first = await ann.post(comments, { body: 'The first', ...who });
      const posted = await ann.post(comments, first.reply);
      const mo = await world().moderator();
      await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: idOf(posted), action: 'approve' });
      const page = await ann.open(article);
      expect([page.reply.challenge?.length, page.headers['cache-control']]).toEqual([22, 'private, no-store']);
      expect((await ann.post(comments, { ...page.reply, body: 'The second', ...who })).status).toBe(303);
      const reader = await world().visitor().open(article);
      expect([reader.reply.challenge, reader.headers['set-cookie']]).toEqual([undefined, undefined]);
    });
  },
  { challengeDelivery: 'deferred' },
);

describeOnEveryEngine(
  'a known author of a site with TLS',
  (world) => {
    test('has a cookie that no other host of the domain can set', async () => {
      // A browser without TLS keeps no such cookie: they are carried over by hand.
      const tls = { 'x-forwarded-proto': 'https' };
      const carried = (page: Shown): string =>
        [page.headers['set-cookie']]
          .flat()
          .map((each) => each?.split(';')[0])
          .join('; ');
      const page = await world().visitor(tls).open(article);
      const fields = { ...page.reply, ...who, body: 'Over TLS', remember: '1' };
      const posted = await world()
        .visitor({ ...tls, cookie: carried(page) })
        .post(comments, fields);
      const cookie = [posted.headers['set-cookie']].flat().find((each) => each?.includes('author='));
      expect(cookie).toMatch(/^__Host-author=.*; Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
      const nameOn = async (cookie: string) =>
        (
          await world()
            .visitor({ ...tls, cookie })
            .open(article)
        )
          .$('[name=author]')
          .attr('value');
      expect(await nameOn(carried(posted))).toBe('Ann');
      expect(await nameOn(carried(posted).replace('__Host-', ''))).toBe('');
    });
  },
  { baseUrl: 'https://news.example.org' },
);
