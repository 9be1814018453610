import { expect, test } from '@jest/globals';
import { newAddress } from '../support/addresses.ts';
import { article, describeOnEveryEngine, idOf } from '../support/world.ts';

const comments = `${article}/comments`;
const words = { body: 'Kept whatever happens', author: 'Ann' };

describeOnEveryEngine('sums are given within limits', (world) => {
  test('the eleventh page of a visit in ten minutes has a form without a sum; posting it asks one more step', async () => {
    const ann = world().visitor();
    for (let opened = 1; opened <= 10; opened += 1)
      expect((await ann.open(article)).reply.challenge).toMatch(/^[\w-]{22}$/);
    const page = await ann.open(article);
    expect([page.status, page.reply.challenge, page.$('#response').length]).toEqual([200, undefined, 0]);
    const step = await ann.post(comments, { ...page.reply, ...words });
    expect([step.status, step.reply.body]).toEqual([422, words.body]);
    expect(step.$('[role=status]').text()).toContain('One more step');
    expect((await ann.post(comments, step.reply)).status).toBe(303);
  });

  test('another sum over the limit: the one there stays, with everything typed, and can be solved', async () => {
    const ann = world().visitor();
    for (let opened = 1; opened <= 9; opened += 1) await ann.open(article);
    const page = await ann.open(article);
    const same = await ann.post(comments, { ...page.reply, ...words, another: '1' });
    expect([same.status, same.reply.challenge, same.reply.body]).toEqual([429, page.reply.challenge, words.body]);
    expect(Number(same.headers['retry-after'])).toBeGreaterThan(500);
    expect(same.$('[role=alert]').text()).toMatch(/Solve this one, or ask for another in \d+ minutes/);
    expect((await ann.post(comments, same.reply)).status).toBe(303);
  });

  test('thirty new visits from one address get a sum with the page, the next ones no cookie and no sum', async () => {
    const address = { 'x-forwarded-for': newAddress() };
    for (let visits = 1; visits <= 30; visits += 1)
      expect((await world().visitor(address).open(article)).headers['set-cookie']).toBeDefined();
    const ann = world().visitor(address);
    const page = await ann.open(article);
    expect([page.headers['set-cookie'], page.reply.challenge]).toEqual([undefined, undefined]);
    const step = await ann.post(comments, { ...page.reply, ...words });
    expect([step.status, step.reply.body]).toEqual([422, words.body]);
    const posted = await ann.post(comments, step.reply);
    expect(posted.status).toBe(303);
    expect((await ann.open(article)).$(`#comment-${idOf(posted)}`).length).toBe(1);
  });

  test('when those without a sum are too many as well, they are told when to come back, their text kept', async () => {
    const address = { 'x-forwarded-for': newAddress() };
    const ask = () => world().visitor(address).post(comments, words);
    for (let asked = 1; asked <= 60; asked += 1) expect((await ask()).status).toBe(422);
    const refused = await ask();
    expect([refused.status, refused.reply.body, refused.headers['set-cookie']]).toEqual([429, words.body, undefined]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500);
    expect(refused.$('[role=alert]').text()).toMatch(/Post again in \d+ minutes; your text is still here/);
    expect((await world().visitor().open(article)).reply.challenge).toBeDefined();
  });

  test('a script gets the sum alone, by POST from this site only, and no more than a page would', async () => {
    const ann = world().visitor({ 'sec-fetch-site': 'same-origin' });
    const sum = await ann.post(`${article}/sum`, {});
    expect([sum.status, sum.headers['cache-control']]).toEqual([200, 'private, no-store']);
    expect(sum.html).not.toContain('<html');
    const { challenge } = { challenge: sum.$('[name=challenge]').attr('value') ?? '' };
    expect(challenge).toMatch(/^[\w-]{22}$/);
    for (let asked = 2; asked <= 10; asked += 1) expect((await ann.post(`${article}/sum`, {})).status).toBe(200);
    const refused = await ann.post(`${article}/sum`, {});
    expect([refused.status, Number(refused.headers['retry-after']) > 500]).toEqual([429, true]);
    expect((await ann.post('/articles/closed-letter/sum', {})).status).toBe(404);
    expect((await ann.post('/articles/nowhere/sum', {})).status).toBe(404);
    const stranger = world().visitor({ 'sec-fetch-site': 'cross-site' });
    expect((await stranger.post(`${article}/sum`, {})).status).toBe(403);
    expect((await ann.open(`${article}/sum`)).status).toBe(404);
  });
});
