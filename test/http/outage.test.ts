import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { engines } from '../support/engines.ts';
import { article, idOf, openWorld, writeReply } from '../support/world.ts';

/** A way to PostgreSQL that can be cut. */
async function openDetour(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const { hostname, port } = url;
  const sockets = new Set<Socket>();
  let cut = false;
  const detour = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(port || 5432), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other).on('error', () => one.destroy());
      one.on('error', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(detour, 'listening');
  url.host = `127.0.0.1:${(detour.address() as AddressInfo).port}`;
  const setCut = (value: boolean): void => {
    cut = value;
    if (cut) for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, setCut, close: () => detour.close() };
}

for (const engine of engines.filter((each) => each.name === 'PostgreSQL')) {
  test('a database server that is away costs nobody their text, and recovers without a restart', async () => {
    const place = await engine.provide();
    const detour = await openDetour(place.databaseUrl);
    const world = await openWorld(engine, { firstComment: 'publish', databaseUrl: detour.url });
    const ann = world.visitor();
    const page = await ann.open(article);
    detour.setCut(true);
    const away = await ann.post(`${article}/comments`, { ...page.reply, body: '\nNot lost', author: 'Ann' });
    expect([away.status, away.headers['retry-after']]).toEqual([503, '5']);
    expect(away.reply).toMatchObject({ body: '\nNot lost', author: 'Ann', challenge: page.reply.challenge });
    expect((await ann.open(article)).status).toBe(503);
    detour.setCut(false);
    const again = await ann.submit(away, 'form[action$="/comments"]');
    expect(again.status).toBe(303);
    expect((await ann.open(article)).$(`#comment-${idOf(again)}`).text()).toContain('Not lost');
    expect((await writeReply(world.visitor())).status).toBe(303);
    await world.close();
    detour.close();
    await place.remove();
  });
}

test('an outage is tried where there is a server that can be away', () => {
  expect(engines.length).toBe(process.env.TEST_DATABASE_URL ? 3 : 2);
});
