import { expect, test } from '@jest/globals';
import { article, describeOnEveryEngine, idOf } from '../support/world.ts';

describeOnEveryEngine(
  'a way past the sum',
  (world) => {
    let addresses = 0;
    const someone = () => {
      addresses += 1;
      return world().visitor({ 'x-forwarded-for': `203.0.113.${addresses}` });
    };
    const unsolved = { author: 'Ann', response: '', unable: '1' };

    test('leads to a moderator, with the reason, and spends the ticket', async () => {
      const ann = someone();
      const page = await ann.open(article);
      expect(page.$('button[name=unable]').text()).toContain('I can’t do sums');
      const fields = { ...page.reply, ...unsolved, body: 'No sums for me' };
      const posted = await ann.post(`${article}/comments`, fields);
      expect(posted.status).toBe(303);
      expect((await someone().open(article)).html).not.toContain('No sums for me');
      const row = (await (await world().moderator()).open('/moderation')).$(`#row-${idOf(posted)}`);
      expect(row.text()).toContain('Sent without doing the sum');
      expect((await ann.post(`${article}/comments`, fields)).headers.location).toBe(posted.headers.location);
      expect((await ann.post(`${article}/comments`, { ...fields, body: 'Once more' })).status).toBe(422);
    });

    test('needs a ticket like everything else, and fields that are right', async () => {
      const ann = someone();
      const page = await ann.open(article);
      const without = await ann.post(`${article}/comments`, { ...unsolved, body: 'No ticket', challenge: '' });
      expect([without.status, without.reply.body]).toEqual([422, 'No ticket']);
      const mistyped = await ann.post(`${article}/comments`, { ...page.reply, ...unsolved, body: 'Fine', email: 'no' });
      expect([mistyped.status, mistyped.reply.challenge]).toEqual([422, page.reply.challenge]);
    });

    test('is open five times an hour from one address; then the sum is needed, and text and ticket are kept', async () => {
      const ann = someone();
      const first = await ann.open(article);
      for (let sent = 0; sent < 5; sent += 1) {
        const page = sent === 0 ? first : await ann.open(article);
        const posted = await ann.post(`${article}/comments`, { ...page.reply, ...unsolved, body: `Number ${sent}` });
        expect(posted.status).toBe(303);
      }
      const page = await ann.open(article);
      const sixth = await ann.post(`${article}/comments`, { ...page.reply, ...unsolved, body: 'The sixth' });
      expect(sixth.status).toBe(429);
      expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(3_000);
      expect(sixth.reply).toMatchObject({ body: 'The sixth', challenge: page.reply.challenge });
      expect((await ann.post(`${article}/comments`, sixth.reply)).status).toBe(303);
      const again = await ann.post(`${article}/comments`, { ...first.reply, ...unsolved, body: 'Number 0' });
      expect(again.status).toBe(303);
      const bob = someone();
      const other = await bob.open(article);
      expect(
        (await bob.post(`${article}/comments`, { ...other.reply, ...unsolved, body: 'From elsewhere' })).status,
      ).toBe(303);
    });
  },
  { firstComment: 'publish' },
);
