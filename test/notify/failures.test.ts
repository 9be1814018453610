import { expect, test } from '@jest/globals';
import type { Fate } from '../support/mail-server.ts';
import { describeWithMail } from '../support/mail-world.ts';
import { writeReply } from '../support/world.ts';

const hour = 3_600_000;

await describeWithMail('a mail server in trouble', (world) => {
  const received = () => world().server.received;
  const outbox = async () => (await (await world().moderator()).open('/moderation/outbox')).$('main');
  const write = (body: string) => writeReply(world().visitor(), { body });

  test.each<readonly [Fate, string]>([
    ['later', 'says 4xx'],
    ['stalled', 'says nothing'],
  ])('loses nothing and says nothing twice: one that is %s (%s)', async (fate) => {
    await world().wants('each');
    world().server.fates.push(fate);
    await write(`Through ${fate}.`);
    const sending = world().deliver();
    if (fate === 'stalled') {
      // Whoever reads and posts does not wait for it.
      expect((await world().visitor().open('/')).status).toBe(200);
      return world()
        .server.hangUp()
        .then(() => sending);
    }
    await sending;
    expect(received()).toEqual([]);
    await world().deliver(29_000);
    expect(received()).toEqual([]);
    await world().deliver(2_000);
    expect(received()).toHaveLength(1);
    await world().deliver(hour);
    expect(received()).toHaveLength(1);
  });

  test('is asked again after a stall', async () => {
    await world().deliver(hour);
    expect(received()).toHaveLength(1);
  });

  test('that drops the line after it took the mail gets the same once more, which it can tell by the Message-ID', async () => {
    world().server.fates.push('dropped');
    await write('Twice or once?');
    await world().deliver();
    await world().deliver(hour);
    await world().deliver(hour);
    const ids = received().map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const links = received().map(({ mail }) => mail.text);
    expect(links[0]).toBe(links[1]);
  });

  test.each<readonly [Fate]>([['never'], ['never this']])(
    'that says 5xx (%s) is not asked again, unless a moderator says so',
    async (fate) => {
      world().server.fates.push(fate);
      await write(`Refused by ${fate}.`);
      await world().deliver();
      await world().deliver(48 * hour);
      expect(received()).toEqual([]);
      const logged = world().logged.filter((line) => line.includes('notification'));
      expect(logged.length).toBeGreaterThan(0);
      expect(logged.join()).not.toContain('mo@example.org');
      const page = await outbox();
      expect(page.text()).toMatch(/A held reply, by e-mail[\s\S]*tried once[\s\S]*(Nobody here|do not like it)/);
      const mo = await world().moderator();
      const shown = await mo.open('/moderation/outbox');
      const done = await mo.submit(shown, 'form[action="/moderation/outbox"]', { act: 'retry' });
      expect(done.headers.location).toBe('/moderation/outbox?done=retry');
      await world().deliver();
      expect(received()).toHaveLength(1);
      expect((await outbox()).text()).toContain('Nothing was given up.');
    },
  );

  test('that is away for good is given up after a day and a half, and forgotten when a moderator says so', async () => {
    world().server.fates.push(...Array.from({ length: 16 }, () => 'later' as const));
    await write('Nobody will read this.');
    await world().deliver();
    for (let hours = 0; hours < 48; hours += 1) await world().deliver(hour);
    expect((await outbox()).text()).toContain('tried 16 times');
    const mo = await world().moderator();
    const shown = await mo.open('/moderation/outbox');
    await mo.submit(shown, 'form[action="/moderation/outbox"]', { act: 'discard' });
    const again = await mo.submit(shown, 'form[action="/moderation/outbox"]', { act: 'discard' });
    expect(again.status).toBe(404);
    await world().deliver(48 * hour);
    expect(received()).toEqual([]);
  });
});
