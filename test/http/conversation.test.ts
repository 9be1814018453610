import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine(
  'a site that publishes first comments',
  (world) => {
    test('a right answer is public at once; a wrong one is not stored', async () => {
      const posted = await writeReply(world().visitor(), { body: 'Public at once' });
      expect(posted.status).toBe(303);
      expect((await world().visitor().open(article)).html).toContain('Public at once');
      await writeReply(world().visitor(), { body: 'Never seen', response: '99' });
      expect((await world().visitor().open(article)).html).not.toContain('Never seen');
    });

    test('a reply stands below the comment it answers', async () => {
      const root = idOf(await writeReply(world().visitor(), { body: 'A root', author: 'Rosa' }));
      await writeReply(world().visitor(), { body: 'A later root' });
      const bob = world().visitor();
      const page = await bob.open(`${article}?replyTo=${root}`);
      expect(page.reply.parentId).toBe(root);
      expect(page.$('#reply').text()).toContain('Rosa');
      const reply = idOf(await bob.post(`${article}/comments`, { ...page.reply, body: 'An answer', author: 'Bob' }));
      const seen = await bob.open(article);
      const order = seen
        .$('[id^=comment-]')
        .toArray()
        .map((element) => seen.$(element).attr('id'));
      expect(order.indexOf(`comment-${reply}`)).toBe(order.indexOf(`comment-${root}`) + 1);
    });

    test('what is stored stays found when it is sent again, also after its parent went', async () => {
      const root = idOf(await writeReply(world().visitor(), { body: 'Soon in the trash' }));
      const bob = world().visitor();
      const page = await bob.open(`${article}?replyTo=${root}`);
      const fields = { ...page.reply, body: 'Sent twice', author: 'Bob' };
      const first = await bob.post(`${article}/comments`, fields);
      const mo = await world().moderator();
      await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: root, action: 'trash' });
      const second = await bob.post(`${article}/comments`, fields);
      expect([second.status, second.headers.location]).toEqual([303, first.headers.location]);
    });

    test('a reply to a comment that is gone says so, and keeps text and sum', async () => {
      const reply = idOf(await writeReply(world().visitor(), { body: 'Gone when answered' }));
      const bob = world().visitor();
      const late = await bob.open(`${article}?replyTo=${reply}`);
      const mo = await world().moderator();
      await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: reply, action: 'trash' });
      expect((await bob.open(`${article}?replyTo=${reply}`)).$('[role=status]').text()).toContain('no longer here');
      const again = await bob.post(`${article}/comments`, { ...late.reply, body: 'Too late', author: 'Bob' });
      expect([again.status, again.reply.body, again.reply.challenge]).toEqual([422, 'Too late', late.reply.challenge]);
      expect(again.$('[role=alert]').text()).toContain('no longer here');
      expect((await bob.post(`${article}/comments`, again.reply)).status).toBe(303);
    });
  },
  { firstComment: 'publish' },
);

describeOnEveryEngine(
  'pages of a conversation',
  (world) => {
    test('rel=next leads through every root once, and a new comment’s Location shows it', async () => {
      const posted: string[] = [];
      for (let at = 0; at < 7; at += 1) {
        const stored = await writeReply(world().visitor(), { body: `Root ${at}` });
        posted.push(idOf(stored));
        const landing = await world()
          .visitor()
          .open((stored.headers.location ?? '').split('#')[0] ?? '');
        expect(landing.$(`#comment-${idOf(stored)}`).length).toBe(1);
      }
      const seen: string[] = [];
      for (let path: string | undefined = article; path; ) {
        const page = await world().visitor().open(path);
        seen.push(
          ...page
            .$('[id^=comment-]')
            .toArray()
            .map((element) => String(page.$(element).attr('id')).slice('comment-'.length)),
        );
        path = page.$('a[rel=next]').attr('href');
      }
      expect(seen).toEqual(posted);
    });

    test('the queue pages too', async () => {
      const mo = await world().moderator();
      const first = await mo.open('/moderation?status=approved');
      expect(first.$('input[name=ids][type=checkbox]').length).toBe(3);
      const second = await mo.open(first.$('a[rel=next]').attr('href') ?? '');
      expect(second.$('input[name=ids][type=checkbox]').length).toBe(3);
      const third = await mo.open(second.$('a[rel=next]').attr('href') ?? '');
      expect([third.$('input[name=ids][type=checkbox]').length, third.$('a[rel=next]').length]).toEqual([1, 0]);
    });
  },
  { firstComment: 'publish', commentsPerPage: 3 },
);

describeOnEveryEngine(
  'deferred delivery',
  (world) => {
    test('reading leaves no cookie and may be cached; the first post is answered with the sum and the text', async () => {
      const ann = world().visitor();
      const page = await ann.open(article);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers['cache-control']).toBe('public, no-cache');
      expect(page.headers.vary).toContain('Cookie');
      expect(page.$('input[name=response]').length).toBe(0);
      const step = await ann.post(`${article}/comments`, { ...page.reply, body: 'From a cached page', author: 'Ann' });
      expect(step.status).toBe(422);
      expect(step.$('[role=status]').text()).toContain('One more step');
      expect(step.reply.body).toBe('From a cached page');
      const posted = await ann.post(`${article}/comments`, step.reply);
      expect(posted.status).toBe(303);
      expect((await ann.open(article)).headers['cache-control']).toBe('private, no-store');
    });
  },
  { challengeDelivery: 'deferred' },
);
