import { beforeAll, expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { likeOn, likePath, likesOf, press, ticketOf } from '../support/likes.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine('liking a comment', (world) => {
  let id = '';
  beforeAll(async () => {
    id = await world().published('Worth a like', { author: 'Rosa' });
  });

  const standing = async (browser: Browser = world().visitor()) => likesOf(await browser.open(article), id);

  test('counts one, leads back to the comment, and is taken back by the same button', async () => {
    const ann = world().visitor();
    expect(await standing(ann)).toEqual({ pressed: 'false', words: '' });
    const liked = await likeOn(ann, id);
    expect([liked.status, liked.headers.location]).toEqual([303, `${article}#comment-${id}`]);
    expect(liked.headers['cache-control']).toBe('private, no-store');
    expect(await standing(ann)).toEqual({ pressed: 'true', words: '1 like' });
    expect(await standing()).toEqual({ pressed: 'false', words: '1 like' });
    const takenBack = await likeOn(ann, id);
    expect([takenBack.status, takenBack.headers.location]).toEqual([303, `${article}#comment-${id}`]);
    expect(await standing(ann)).toEqual({ pressed: 'false', words: '' });
  });

  test('sent twice, or by many tabs at once, counts once; taken back twice, too', async () => {
    const [ann, bob] = [world().visitor(), world().visitor()];
    const page = await ann.open(article);
    const answers = await Promise.all(Array.from({ length: 10 }, () => press(ann, page, id)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303));
    await likeOn(bob, id);
    expect(await standing(ann)).toEqual({ pressed: 'true', words: '2 likes' });
    const again = await ann.open(article);
    for (const _twice of [1, 2]) expect((await press(ann, again, id)).status).toBe(303);
    expect(await standing(ann)).toEqual({ pressed: 'false', words: '1 like' });
    await likeOn(bob, id);
  });

  test.each([
    ['without a ticket', () => ({})],
    ['with a ticket that is none', () => ({ ticket: 'x' })],
    ['with two', () => ({ ticket: ['x', 'x'] })],
    ['with somebody else’s', async () => ({ ticket: ticketOf(await world().visitor().open(article)) })],
  ])('%s counts nothing, but gives the ticket and one button', async (_how, fields) => {
    const ann = world().visitor();
    await ann.open(article);
    const step = await ann.post(likePath(id), { act: 'like', ...(await fields()) });
    expect([step.status, step.$('h1').text()]).toEqual([422, 'One more step']);
    expect(step.$('main button').length).toBe(1);
    expect(step.html).toContain('Worth a like');
    expect(await standing(ann)).toEqual({ pressed: 'false', words: '' });
    const liked = await ann.submit(step, 'main form', { act: 'like' });
    expect([liked.status, liked.headers.location]).toEqual([303, `${article}#comment-${id}`]);
    expect(await standing(ann)).toEqual({ pressed: 'true', words: '1 like' });
    await likeOn(ann, id);
  });

  test('from a browser that keeps no cookie says that it needs one', async () => {
    const cookieless = () => world().visitor();
    const page = await cookieless().open(article);
    const step = await cookieless().post(likePath(id), { act: 'like', ticket: ticketOf(page) });
    expect([step.status, step.$('h1').text()]).toEqual([422, 'A cookie is needed']);
    expect(step.$('.lead').text()).toContain('Allow cookies for this site');
    expect(step.$('main form [name=ticket]').attr('value')).not.toBe(ticketOf(page));
    expect(await standing()).toEqual({ pressed: 'false', words: '' });
  });

  test('from another site’s page is refused, and reading changes nothing', async () => {
    const ann = world().visitor({ 'sec-fetch-site': 'cross-site' });
    const page = await ann.open(article);
    expect((await press(ann, page, id)).status).toBe(403);
    const got = await ann.agent.get(likePath(id)).query({ act: 'like', ticket: ticketOf(page) });
    expect(got.status).toBe(404);
    expect(await standing(ann)).toEqual({ pressed: 'false', words: '' });
  });

  test('is told a script as JSON, trouble too', async () => {
    const ann = world().visitor({ accept: 'application/json' });
    const send = async (fields: object) => {
      const { status, body } = await ann.agent.post(likePath(id)).type('form').send(fields);
      return { status, body };
    };
    const first = await send({ act: 'like' });
    expect(first).toEqual({ status: 422, body: { error: expect.any(String), ticket: expect.any(String) } });
    const { ticket } = first.body;
    const liked = { likes: 1, liked: true, words: '1 like' };
    expect(await send({ act: 'like', ticket })).toEqual({ status: 200, body: liked });
    const taken = { likes: 0, liked: false, words: '' };
    expect(await send({ act: 'take-back', ticket })).toEqual({ status: 200, body: taken });
  });

  test('is not offered for one’s own, nor for what waits; and not done for them either', async () => {
    const ann = world().visitor();
    const waiting = idOf(await writeReply(ann, { body: 'Mine, and it waits' }));
    const page = await ann.open(article);
    expect(page.$(`#comment-${waiting}`).length).toBe(1);
    expect(likesOf(page, waiting)).toEqual({ pressed: null, words: '' });
    const like = (browser: Browser, ticket: string) => browser.post(likePath(waiting), { act: 'like', ticket });
    expect((await like(ann, ticketOf(page))).status).toBe(404);
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: waiting, action: 'approve' });
    const own = await like(ann, ticketOf(page));
    expect([own.status, own.html]).toEqual([422, expect.stringContaining('your own')]);
    expect((await like(ann, '')).status).toBe(422);
    await likeOn(world().visitor(), waiting);
    expect(likesOf(await ann.open(article), waiting)).toEqual({ pressed: null, words: '1 like' });
  });

  test.each([
    ['/articles/nowhere/comments/01890000-0000-7000-8000-000000000000/like'],
    [`${article}/comments/01890000-0000-7000-8000-000000000000/like`],
    [`${article}/comments/%00/like`],
  ])('that is not there is a page not found: %s', async (path) => {
    const ann = world().visitor();
    const ticket = ticketOf(await ann.open(article));
    expect((await ann.post(path, { act: 'like', ticket })).status).toBe(404);
    expect((await ann.post(path, { act: 'like' })).status).toBe(404);
  });
});
