import { expect, test } from '@jest/globals';
import { readSum } from '../../src/testing/index.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('a challenge is a ticket', (world) => {
  test('H5: a solved challenge posts once: replays and other texts are refused', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const fields = { ...page.reply, body: 'Posted once.', author: 'Ann' };
    const first = await ann.post(`${article}/comments`, fields);
    const doubleClick = await ann.post(`${article}/comments`, fields);
    expect([first.status, doubleClick.status]).toEqual([303, 303]);
    expect(doubleClick.headers.location).toBe(first.headers.location);
    const other = await ann.post(`${article}/comments`, { ...fields, body: 'Another text with the same ticket.' });
    expect(other.status).toBe(422);
    expect(other.reply.body).toBe('Another text with the same ticket.');
    const elsewhere = await ann.post('/articles/second-letter/comments', fields);
    expect(elsewhere.status).toBe(422);
  });

  test('a wrong answer spends the challenge too', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const fields = { ...page.reply, body: 'One attempt only.', author: 'Ann' };
    expect(
      (await ann.post(`${article}/comments`, { ...fields, response: readSum(page.html)?.wrong ?? '' })).status,
    ).toBe(422);
    expect((await ann.post(`${article}/comments`, fields)).status).toBe(422);
  });

  test('of fifty posts at once with one challenge one comment is stored, and all with its text lead to it', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const post = (body: string) => ann.post(`${article}/comments`, { ...page.reply, body, author: 'Ann' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_each, at) => post(at % 2 ? 'Racing one' : 'Racing two')),
    );
    const stored = answers.filter((answer) => answer.status === 303);
    expect(new Set(stored.map((answer) => answer.headers.location)).size).toBe(1);
    expect(stored.length).toBe(25);
    expect(answers.every((answer) => [303, 422].includes(answer.status))).toBe(true);
  });

  test('of twenty-one guesses at once at most one is looked at', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const guess = (response: number) =>
      ann.post(`${article}/comments`, {
        ...page.reply,
        body: `Guess ${response}`,
        author: 'Ann',
        response: String(response),
      });
    const rounds = await Promise.all(Array.from({ length: 21 }, (_each, at) => guess(20 - at)));
    expect(rounds.filter((answer) => answer.status === 303).length).toBeLessThanOrEqual(1);
    const wrong = rounds.filter((answer) => answer.html.includes('not the right answer'));
    const passed = rounds.filter((answer) => answer.status === 303);
    expect(wrong.length + passed.length).toBe(1);
  });

  test('a ninth sum replaces the oldest', async () => {
    const ann = world().visitor();
    const first = await ann.open(article);
    world().clock.now += 1;
    for (let more = 0; more < 8; more += 1) await ann.open(article);
    expect((await ann.post(`${article}/comments`, { ...first.reply, body: 'Too old', author: 'Ann' })).status).toBe(
      422,
    );
  });

  test('H3: a form open for 23 hours is stored; after 25 hours it comes back with a new sum and the text', async () => {
    const hour = 3_600_000;
    const ann = world().visitor();
    const early = await ann.open(article);
    const late = await ann.open(article);
    world().clock.now += 23 * hour;
    expect((await ann.post(`${article}/comments`, { ...early.reply, body: 'In time', author: 'Ann' })).status).toBe(
      303,
    );
    world().clock.now += 2 * hour;
    const expired = await ann.post(`${article}/comments`, { ...late.reply, body: 'Too late', author: 'Ann' });
    expect(expired.status).toBe(422);
    expect(expired.reply.body).toBe('Too late');
    expect((await ann.post(`${article}/comments`, expired.reply)).status).toBe(303);
  });

  test('H7: without a cookie the page says so and keeps the text', async () => {
    const page = await world().visitor().open(article);
    const again = await world()
      .visitor()
      .post(`${article}/comments`, { ...page.reply, body: 'No cookie here', author: 'Ann' });
    expect(again.status).toBe(422);
    expect(again.$('[role=alert]').text()).toContain('cookie');
    expect(again.reply.body).toBe('No cookie here');
  });

  test('another visitor cannot use a challenge', async () => {
    const page = await world().visitor().open(article);
    const bob = world().visitor();
    await bob.open(article);
    expect((await bob.post(`${article}/comments`, { ...page.reply, body: 'Borrowed', author: 'Bob' })).status).toBe(
      422,
    );
  });

  test('H4: a posted reply survives a restart of the visitor’s page: Back and send again is no second comment', async () => {
    const ann = world().visitor();
    const page = await ann.open(article);
    const fields = { ...page.reply, body: 'Line one\r\nLine two', author: 'Ann' };
    const first = await ann.post(`${article}/comments`, fields);
    const back = await ann.post(`${article}/comments`, { ...fields, body: 'Line one\nLine two' });
    expect(back.headers.location).toBe(first.headers.location);
  });
});
