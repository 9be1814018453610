import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { describeWithMail, from, site } from '../support/mail-world.ts';
import { openWorld, writeReply } from '../support/world.ts';

await describeWithMail('posting', (world) => {
  const post = async (body: string): Promise<void> => {
    expect((await writeReply(world().visitor(), { body })).status).toBe(303);
  };

  /** No clock: whatever waited for the mail server would come after its line was cut. */
  test('is done before the mail server has answered, and told of afterwards', async () => {
    await world().wants('each');
    await post('The first to stall.');
    const { server } = world();
    server.fates.push(...Array.from({ length: 40 }, () => 'stalled' as const));
    const events: string[] = [];
    const sending = world()
      .deliver()
      .then(() => void events.push('sending ended'));
    await server.stalls();
    for (let number = 1; number <= 5; number += 1) {
      await post(`While nothing moves ${number}.`);
      events.push(`posted ${number}`);
    }
    expect(server.received).toEqual([]);
    events.push('hung up');
    server.fates.length = 0;
    await server.hangUp();
    await sending;
    expect(events).toEqual([...[1, 2, 3, 4, 5].map((number) => `posted ${number}`), 'hung up', 'sending ended']);
    await world().deliver(5 * 60_000);
    const told = server.received.map(({ mail }) => mail.text).join();
    for (const words of ['The first to stall.', ...[1, 2, 3, 4, 5].map((number) => `While nothing moves ${number}.`)])
      expect(told).toContain(words);
  });
});

describe.each(engines.map((engine) => [engine.name, engine] as const))('closing (%s)', (_name, engine) => {
  test('does not wait for a mail server that stalls', async () => {
    const server = await openMailServer();
    const options = { smtpUrl: server.url, mailFrom: from, baseUrl: site };
    const world = await openWorld(engine, options);
    const mo = await world.moderator();
    await mo.submit(await mo.open('/account'), 'form[action="/account/mail"]', { mail: 'each' });
    server.fates.push('stalled');
    await writeReply(world.visitor(), { body: 'Never to arrive.' });
    const sending = (await world.comments.ready).deliver();
    while (server.fates.length > 0) await sleep(5);
    const before = performance.now();
    await world.close();
    await sending;
    expect(performance.now() - before).toBeLessThan(3_000);
    await server.close();
  });
});
