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
  },
  { limits: { 'receipts-network': { points: 2, seconds: 3_600 } } },
);
