import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { engines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { describeWithMail, from, site } from '../support/mail-world.ts';
import { openWorld, writeReply } from '../support/world.ts';

await describeWithMail('posting', (world) => {
  const timed = async (body: string): Promise<number> => {
    const browser = world().visitor();
    const before = performance.now();
    expect((await writeReply(browser, { body })).status).toBe(303);
    return performance.now() - before;
  };
  /** The fastest of some: what else the machine does adds to the others. */
  const atBest = async (what: string): Promise<number> => {
    const times: number[] = [];
    for (let number = 0; number < 15; number += 1) times.push(await timed(`${what} ${number}.`));
    return Math.min(...times);
  };

  const stall = async (words: string): Promise<void> => {
    world().server.fates.push(...Array.from({ length: 40 }, () => 'stalled' as const));
    await timed(words);
  };

  test('takes no longer while the mail server stalls', async () => {
    await world().wants('each');
    await timed('Warm.');
    const before = await atBest('While all is well');
    await world().deliver();
    await stall('The first to stall.');
    const sending = world().deliver();
    const stalled = await atBest('While nothing moves');
    world().server.fates.length = 0;
    await world().server.hangUp();
    await sending;
    const after = await atBest('When all is well again');
    // Waiting for the server would take ten seconds; the half more is what a busy machine adds to anything.
    expect(stalled).toBeLessThan(1.5 * Math.max(before, after) + 10);
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
