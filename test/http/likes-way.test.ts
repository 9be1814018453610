import { expect, test } from '@jest/globals';
import { likeOn, likePath, likesOf, press, ticketOf } from '../support/likes.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine(
  'a like in a long conversation',
  (world) => {
    test('leads back to the page that the reader was on, in the same order, its fold open', async () => {
      const roots: string[] = [];
      for (const number of [1, 2, 3]) {
        const posted = await writeReply(world().visitor(), { body: `Root ${number}` });
        roots.push(idOf(posted));
      }
      const [first = '', , third = ''] = roots;
      let folded = '';
      for (let number = 1; number <= 14; number += 1) {
        const posted = await writeReply(world().visitor(), { body: `Reply ${number}`, parentId: first });
        folded = idOf(posted);
      }
      const ann = world().visitor();
      const path = `${article}?sort=newest&from=${first}`;
      const liked = await likeOn(ann, folded, path);
      expect(liked.headers.location).toBe(`${path}&open=${folded}#comment-${folded}`);
      const page = await ann.open(liked.headers.location?.split('#')[0] ?? '');
      expect(page.$(`#comment-${folded}`).closest('details').attr('open')).toBeDefined();
      expect((await press(ann, page, first)).headers.location).toBe(`${path}&open=${folded}#comment-${first}`);
      expect((await likeOn(ann, third, `${article}?from=${third}`)).headers.location).toBe(
        `${article}?from=${third}#comment-${third}`,
      );
      const step = await ann.post(`${likePath(third)}?from=${third}&sort=%22%3E`, { act: 'like' });
      expect(step.$('main form').attr('action')).toBe(`${likePath(third)}?from=${third}`);
    });
  },
  { firstComment: 'publish', commentsPerPage: 2, limits: { 'publish-site': { points: 99, seconds: 60 } } },
);

describeOnEveryEngine(
  'where the page comes without a session',
  (world) => {
    test('reading sets no cookie, and the first like asks for one more step', async () => {
      const rosa = world().visitor();
      const stepped = await writeReply(rosa, { body: 'For everybody', author: 'Rosa' });
      const id = idOf(await rosa.post(`${article}/comments`, stepped.reply));
      const ann = world().visitor();
      const page = await ann.open(article);
      expect([page.headers['set-cookie'], ticketOf(page)]).toEqual([undefined, '']);
      expect(page.headers['cache-control']).toBe('public, no-cache');
      const step = await press(ann, page, id);
      expect([step.status, step.$('h1').text()]).toEqual([422, 'One more step']);
      expect(String(step.headers['set-cookie'])).toContain('sid=');
      expect((await ann.submit(step, 'main form', { act: 'like' })).status).toBe(303);
      expect(likesOf(await ann.open(article), id)).toEqual({ pressed: 'true', words: '1 like' });
      expect((await likeOn(ann, id)).status).toBe(303);
    });
  },
  { challengeDelivery: 'deferred', firstComment: 'publish' },
);
