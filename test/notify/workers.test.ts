import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { comments } from '../../src/assemble.ts';
import { openStore } from '../../src/store/open.ts';
import { aComment, aModerator, idOf, thread } from '../store/samples.ts';
import { engines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { from, site } from '../support/mail-world.ts';

const server = await openMailServer();
afterAll(() => server.close());
const lasting = engines.filter((engine) => engine.lasting).map((engine) => [engine.name, engine] as const);
const start = 1_700_000_000_000;
const many = 40;

describe.each(lasting)('two processes at one outbox (%s)', (_name, engine) => {
  test('send each mail once', async () => {
    const place = await engine.provide();
    const articles = await mkdtemp(join(tmpdir(), 'articles-'));
    const mail = { smtpUrl: server.url, mailFrom: from, baseUrl: site };
    const log = pino({ level: 'silent' });
    const open = () =>
      comments({ articles, data: place.dataDir, databaseUrl: place.databaseUrl, log, now: () => start, ...mail });
    const store = await openStore({ ...place, now: () => start });
    await store.people.moderators.add(aModerator('mo@example.org', 'mo', { mail: 'each' }));
    for (let number = 1; number <= many; number += 1)
      await store.transaction((stores) => stores.comments.add(aComment(number), thread));
    const apps = [open(), open()];
    const running = await Promise.all(apps.map((app) => app.ready));
    const entries = Array.from({ length: many }, (_, at) => idOf(at + 1)).map((id) => ({
      ...({ id, channel: 'spread', occasion: 'held', about: id, recipient: null, lane: null } as const),
      ...{ dueAt: start, createdAt: start },
    }));
    await store.outbox.add(entries);
    for (const _round of [1, 2]) await Promise.all(running.map(({ deliver }) => deliver()));
    expect(server.received).toHaveLength(many);
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(many);
    server.received.length = 0;
    for (const app of apps) await app.close();
    await store.close();
    await place.remove();
    await rm(articles, { recursive: true });
  });
});
