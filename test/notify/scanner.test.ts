import { expect, test } from '@jest/globals';
import request from 'supertest';
import { decide } from '../support/deciding.ts';
import { linksIn } from '../support/mail-server.ts';
import { describeWithMail, grace, linkTo, press, shownTo, site } from '../support/mail-world.ts';
import { idOf, writeReply } from '../support/world.ts';

await describeWithMail('a mail program that opens every link', (world) => {
  test('changes nothing, and uses no link up', async () => {
    await world().wants('each');
    const parent = await world().followed('ann@example.org');
    const pending = idOf(await writeReply(world().visitor(), { body: 'Waiting.', author: 'Bo' }));
    const answer = idOf(await writeReply(world().visitor(), { body: 'An answer.', author: 'Bo', parentId: parent }));
    await decide(world(), 'approve', answer);
    const asked = await world().asking('cleo@example.org', { body: 'May I?' });
    await world().deliver(grace);
    const { received } = world().server;
    const html = received.flatMap(({ mail }) =>
      [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, url]) => url),
    );
    const headers = received.flatMap(({ mail }) => mail.headers.filter(({ key }) => key === 'list-unsubscribe'));
    const urls = new Set([...received.flatMap(linksIn), ...html, ...headers.map(({ value }) => value.slice(1, -1))]);
    expect([...urls].map((url) => new URL(url ?? '').pathname).toSorted()).toEqual(
      expect.arrayContaining(['/account', '/mail/confirm', '/mail/decide', '/mail/stop', '/moderation']),
    );

    const app = world().app;
    const seen: number[] = [];
    for (const url of [...urls, ...urls]) {
      const path = (url ?? '').slice(site.length).split('#', 1)[0] ?? '';
      for (const method of ['get', 'head'] as const) seen.push((await request(app)[method](path)).status);
      expect((await request(app).options(path)).status).toBeLessThan(500);
    }
    expect(seen.filter((status) => status >= 400)).toEqual([]);
    expect(await shownTo(world().visitor())).not.toContain(pending);
    await world().deliver(grace);
    expect(received).toHaveLength(new Set(received.map(({ mail }) => mail.messageId)).size);

    const mo = await world().moderator();
    expect((await mo.open('/moderation')).html).toContain(pending);
    await decide(world(), 'approve', asked);
    await world().deliver(grace);
    expect(received.filter(({ to }) => to.includes('cleo@example.org'))).toHaveLength(1);
    const ofPending = received.filter(({ mail }) => mail.text?.includes('Waiting.'));
    expect((await press(world(), linkTo(ofPending, '/mail/decide'))).status).toBe(200);
    expect(await shownTo(world().visitor())).toContain(pending);
    expect((await press(world(), linkTo(received, '/mail/confirm'))).status).toBe(200);
    expect((await press(world(), linkTo(received, '/mail/stop'))).status).toBe(200);
  });
});
