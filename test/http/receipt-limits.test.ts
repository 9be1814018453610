import { expect, test } from '@jest/globals';
import { keptReply } from '../support/receipts.ts';
import { describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine(
  'acts by private links',
  (world) => {
    test('are few from one network, and lose nothing over it', async () => {
      const { token, link } = await keptReply(world(), { body: 'Changed too often' });
      const device = world().visitor({ 'x-forwarded-for': '192.0.2.77' });
      const edit = async (body: string) =>
        device.submit(await device.open(link.replace('?', '/edit?')), 'main form', { body });
      for (const body of ['Once', 'Twice']) expect((await edit(body)).status).toBe(303);
      const over = await edit('Thrice');
      expect([over.status, over.headers['retry-after'], over.$('#body').text().trim()]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
        'Thrice',
      ]);
      const neighbour = world().visitor({ 'x-forwarded-for': '192.0.2.78' });
      const seen = String((await device.open(link.replace('?', '/edit?'))).$('[name=seen]').attr('value'));
      expect((await neighbour.post('/receipt/edit', { token, seen, body: 'Thrice' })).status).toBe(429);
      expect((await world().visitor().post('/receipt/edit', { token, seen, body: 'Thrice' })).status).toBe(303);
    });

    test('are taken from browsers that are told no referrer, and so say no origin', async () => {
      const { token } = await keptReply(world(), { body: 'Sent by an older browser' });
      const older = world().visitor({ origin: 'null' });
      expect((await older.post('/receipt/edit', { token, seen: '', body: 'Sent all the same' })).status).toBe(303);
    });

    test('are not used up by what other pages send without a token, for none of it is done', async () => {
      const { token, link } = await keptReply(world(), { body: 'Still to be changed' });
      const device = world().visitor({ 'x-forwarded-for': '198.18.5.9' });
      for (const path of ['edit', 'delete', 'export', 'erasure', 'send'])
        expect((await device.post(`/receipt/${path}`, { token: 'nobody', seen: '', body: 'Whose?' })).status).toBe(404);
      expect((await device.open(link)).status).toBe(200);
      expect((await device.post('/receipt/edit', { token, seen: '', body: 'Changed all the same' })).status).toBe(303);
    });

    test('show previews to whoever has a link, as many as the reply form shows, and lose no text over it', async () => {
      const { token } = await keptReply(world(), { body: 'Previewed too often' });
      const device = world().visitor({ 'x-forwarded-for': '198.51.100.99' });
      const preview = (by: string) =>
        device.post('/receipt/edit', { token: by, seen: '', body: 'As *it* will be', preview: '1' });
      const strange = await preview('nobody');
      expect([strange.status, strange.$('#preview').length]).toEqual([404, 0]);
      for (const _ of [1, 2]) expect((await preview(token)).$('#preview em').text()).toBe('it');
      const over = await preview(token);
      expect([over.status, over.$('#preview').length, over.$('#body').text().trim()]).toEqual([
        429,
        0,
        'As *it* will be',
      ]);
      expect(over.headers['retry-after']).toMatch(/^\d+$/);
    });
  },
  { limits: { 'receipts-network': { points: 2, seconds: 3_600 }, 'previews-network': { points: 2, seconds: 60 } } },
);
