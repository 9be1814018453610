import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

describeOnEveryEngine('what open pages hear', (world) => {
  test('each decision from the page on, by whom, and the new counts; with no cache between', async () => {
    const id = idOf(await writeReply(world().visitor(), { body: 'Watched by two' }));
    const [mo, bo] = [await world().moderator(), await world().moderator()];
    const site = await listening(world());
    const page = await mo.open('/moderation');
    const stream = await listenTo(site, page.$('#queue').attr('data-events') ?? '', mo);
    expect(stream.answer.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
    });
    expect(stream.answer.headers['content-encoding']).toBeUndefined();
    await bo.submit(await bo.open('/moderation'), 'form#bulk', { ids: id, action: 'spam' });
    const decided = await stream.next('decided');
    expect(decided).toMatchObject({ ids: [id], to: 'spam', told: 'This was marked as spam by mo@example.org.' });
    expect(await stream.next('counts')).toMatchObject({ spam: expect.any(Number) });
    const again = await listenTo(site, '/moderation/events?after=0', mo, {
      'last-event-id': String(Number(decided.number) - 1),
    });
    expect(await again.next('decided')).toEqual(decided);
    stream.answer.destroy();
    again.answer.destroy();
    await site.close();
  });

  test('there is room for 200, and the next one is told when to come back', async () => {
    const mo = await world().moderator();
    const site = await listening(world());
    const open = await Promise.all(Array.from({ length: 200 }, () => listenTo(site, '/moderation/events', mo)));
    const refused = await listenTo(site, '/moderation/events', mo);
    expect([refused.answer.statusCode, refused.answer.headers['retry-after']]).toEqual([503, '30']);
    for (const { answer } of [...open, refused]) answer.destroy();
    await site.close();
  });

  test('it ends when the session does', async () => {
    const mo = await world().moderator();
    const site = await listening(world());
    const stream = await listenTo(site, '/moderation/events', mo);
    await mo.submit(await mo.open('/moderation'), 'form[action="/sign-out"]');
    await stream.ended;
    const refused = await listenTo(site, '/moderation/events', mo);
    expect([refused.answer.statusCode, refused.answer.headers.location]).toEqual([303, '/sign-in']);
    await site.close();
  });
});

interface Site {
  readonly port: number;
  close(): Promise<void>;
}

/** The application behind a port of its own: what answers in pieces cannot be read otherwise. */
async function listening({ app }: World): Promise<Site> {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** The answer as it comes: `next` waits for an event of that name and gives what it says. */
async function listenTo({ port }: Site, path: string, { agent }: Browser, headers = {}) {
  const cookie = agent.jar.getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false }).toValueString();
  // Nothing that is still open keeps the run from ending.
  const request = get({ port, path, headers: { cookie, ...headers } });
  const answer = await new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
  answer.socket.unref();
  let text = '';
  answer.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  answer.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => answer.once('end', resolve));
  async function next(event: string): Promise<Record<string, unknown>> {
    for (;;) {
      const found = new RegExp(`event: ${event}\\n(?:id: \\d+\\n)?data: (.*)\\n\\n`).exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? '');
      }
      await new Promise((resolve) => answer.once('data', resolve));
    }
  }
  return { answer, ended, next };
}
