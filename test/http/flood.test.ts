import { expect, test } from '@jest/globals';
import { newAddress } from '../support/addresses.ts';
import type { Browser } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

const isPublic = async (reader: Browser, id: string): Promise<boolean> =>
  (await reader.open(article)).$(`#comment-${id}`).length === 1;

describeOnEveryEngine(
  'writing much on a site that publishes at once',
  (world) => {
    const reasonOf = async (id: string): Promise<string> =>
      (await (await world().moderator()).open('/moderation')).$(`#row-${id} .reason`).text();

    test('three comments in ten minutes from one address are public, the next ones wait, the ninth has to be sent later', async () => {
      const address = { 'x-forwarded-for': newAddress() };
      const reader = world().visitor();
      for (let sent = 1; sent <= 3; sent += 1) {
        const posted = await writeReply(world().visitor(address), { body: `Number ${sent}` });
        expect(await isPublic(reader, idOf(posted))).toBe(true);
      }
      for (let sent = 4; sent <= 8; sent += 1) {
        const ann = world().visitor(address);
        const posted = await writeReply(ann, { body: `Number ${sent}` });
        expect(posted.status).toBe(303);
        expect(await isPublic(reader, idOf(posted))).toBe(false);
        expect(await isPublic(ann, idOf(posted))).toBe(true);
        expect(await reasonOf(idOf(posted))).toContain('More than 3 comments in 10 minutes from this address');
      }
      const ann = world().visitor(address);
      const page = await ann.open(article);
      const ninth = await ann.post(`${article}/comments`, { ...page.reply, body: 'Number 9', author: 'Ann' });
      expect(ninth.status).toBe(429);
      expect(Number(ninth.headers['retry-after'])).toBeGreaterThan(3_000);
      expect(ninth.$('[role=alert]').text()).toContain('Post it again later');
      expect(ninth.reply).toMatchObject({ body: 'Number 9', author: 'Ann', challenge: page.reply.challenge });
    });

    test('ten in an hour from one network are public', async () => {
      const addresses = Array.from({ length: 11 }, (_each, at) => ({ 'x-forwarded-for': `192.0.2.${at + 1}` }));
      const ids: string[] = [];
      for (const address of addresses) ids.push(idOf(await writeReply(world().visitor(address), { body: 'Hello' })));
      const reader = world().visitor();
      for (const [at, id] of ids.entries()) expect([at, await isPublic(reader, id)]).toEqual([at, at < 10]);
      expect(await reasonOf(ids.at(-1) ?? '')).toContain('More than 10 comments in one hour from this network');
    });

    test('an author whom a moderator has approved is not a stranger', async () => {
      const address = { 'x-forwarded-for': newAddress() };
      const ann = world().visitor(address);
      const first = idOf(await writeReply(ann, { body: 'https://a.example https://b.example' }));
      const mo = await world().moderator();
      await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: first, action: 'approve' });
      for (let sent = 1; sent <= 6; sent += 1) {
        const posted = await writeReply(ann, { body: `Known ${sent}` });
        expect([sent, await isPublic(world().visitor(), idOf(posted))]).toEqual([sent, true]);
      }
    });

    test('the same words from another address wait, from the same visitor they are one comment', async () => {
      const body = 'Our editors read everything that is written below this article.';
      const ann = world().visitor();
      const first = await writeReply(ann, { body });
      expect((await writeReply(ann, { body })).headers.location).toBe(first.headers.location);
      const other = await writeReply(world().visitor(), { body: body.toUpperCase().replaceAll(' ', ', ') });
      expect(await reasonOf(idOf(other))).toContain('The same words came from another address');
      for (const short of ['Thank you!', 'Thank you.'])
        expect(await isPublic(ann, idOf(await writeReply(world().visitor(), { body: short })))).toBe(true);
    });
  },
  { firstComment: 'publish' },
);

describeOnEveryEngine(
  'a site whose moderators have enough to read',
  (world) => {
    test('asks everybody to come back, keeps the text, and lets known authors write', async () => {
      const ann = world().visitor();
      const id = idOf(await writeReply(ann, { body: 'The first one' }));
      const mo = await world().moderator();
      await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: id, action: 'approve' });
      for (const sent of [2, 3])
        expect((await writeReply(world().visitor(), { body: `Number ${sent}` })).status).toBe(303);
      const late = await writeReply(world().visitor(), { body: 'Too many' });
      expect([late.status, late.reply.body]).toEqual([429, 'Too many']);
      expect((await writeReply(ann, { body: 'Known' })).status).toBe(303);
    });
  },
  { limits: { 'held-site': { points: 3, seconds: 3_600 } } },
);
