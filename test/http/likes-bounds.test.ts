import { expect, test } from '@jest/globals';
import { likeOn, likePath, likesOf, ticketOf } from '../support/likes.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

/** The numbers that a path of addresses of one network end in. */
const near = (number: number) => ({ 'x-forwarded-for': `203.0.113.${number}` });

describeOnEveryEngine(
  'likes of one network',
  (world) => {
    test('are few for one comment, whoever they are; other networks, and other comments, go on', async () => {
      const [one, other] = [await world().published('One'), await world().published('Another')];
      const late = world().visitor(near(3));
      for (const number of [1, 2]) expect((await likeOn(world().visitor(near(number)), one)).status).toBe(303);
      const refused = await likeOn(late, one);
      expect([refused.status, refused.$('h1').text()]).toEqual([429, 'Too many requests']);
      expect(refused.html).toContain('Like it from another network');
      expect(likesOf(await late.open(article), one)).toEqual({ pressed: 'false', words: '2 likes' });
      expect((await likeOn(late, other)).status).toBe(303);
      expect((await likeOn(world().visitor(), one)).status).toBe(303);
    });

    test('that is taken back makes room for another', async () => {
      const id = await world().published('Of two minds');
      const [ann, bob, carol] = [1, 2, 3].map((number) =>
        world().visitor({ 'x-forwarded-for': `198.51.100.${number}` }),
      );
      if (!ann || !bob || !carol) throw new Error('Nobody came');
      for (const browser of [ann, bob]) await likeOn(browser, id);
      expect((await likeOn(carol, id)).status).toBe(429);
      await likeOn(ann, id);
      expect((await likeOn(carol, id)).status).toBe(303);
      expect((await likeOn(ann, id)).status).toBe(429);
    });

    test('are bounded in an hour, and so are visits that begin with one', async () => {
      const ids: string[] = [];
      for (const number of [1, 2, 3]) ids.push(await world().published(`Number ${number}`));
      const network = { 'x-forwarded-for': '192.0.2.9' };
      const ann = world().visitor(network);
      for (const id of ids.slice(0, 2)) expect((await likeOn(ann, id)).status).toBe(303);
      for (const _each of [1, 2])
        expect(
          (
            await world()
              .visitor(network)
              .post(likePath(ids[2] ?? ''), { act: 'like' })
          ).status,
        ).toBe(422);
      const refused = await likeOn(ann, ids[2] ?? '');
      expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
      expect(refused.html).toContain('Many likes came from your network');
      const begun = await world()
        .visitor(network)
        .post(likePath(ids[2] ?? ''), { act: 'like' });
      expect([begun.status, begun.headers['set-cookie']]).toEqual([429, undefined]);
      // What is counted already can be taken back, and said again.
      const [id = ''] = ids;
      expect((await ann.post(likePath(id), { act: 'like', ticket: ticketOf(await ann.open(article)) })).status).toBe(
        303,
      );
      expect((await likeOn(ann, id)).status).toBe(303);
    });
  },
  { limits: { 'likes-network': { points: 4, seconds: 3_600 }, 'likes-comment': { points: 2, seconds: 3_600 } } },
);
