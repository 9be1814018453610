import { expect, test } from '@jest/globals';
import request from 'supertest';
import type { Browser } from '../support/browser.ts';
import { decide } from '../support/deciding.ts';
import { engines } from '../support/engines.ts';
import { linksIn } from '../support/mail-server.ts';
import { describeWithMail, grace, linkTo, type MailWorld, press, site } from '../support/mail-world.ts';
import { wholeDatabase } from '../support/whole-database.ts';
import { article, idOf, writeReply } from '../support/world.ts';

/** What a visit leaves: its session, its sums, what they cost, and when a moderator was last here. */
const ofVisits = ['sessions', 'challenges', 'budgets', 'tally', 'sign_ins'];
const lasting = engines.filter((engine) => engine.lasting);

await describeWithMail(
  'whatever only reads',
  (world) => {
    test('changes no row: GET, HEAD and OPTIONS of every address in mails and pages, by strangers, visitors and moderators', async () => {
      await world().wants('each');
      const parent = await world().followed('ann@example.org');
      const visitor = world().visitor();
      const pending = idOf(await writeReply(visitor, { body: 'Waiting.', author: 'Bo' }));
      const answer = idOf(await writeReply(world().visitor(), { body: 'An answer.', author: 'Bo', parentId: parent }));
      await decide(world(), 'approve', answer);
      await world().asking('cleo@example.org', { body: 'May I?' });
      await world().deliver(grace);
      const moderator = await world().moderator();
      const mails = addressesOfMails(world());
      const pages = await crawl(visitor, ['/', article]);
      const moderation = await crawl(moderator, ['/moderation', `/moderation/comments/${pending}`, '/account']);
      expect(mails.length).toBeGreaterThan(6);
      for (const path of [`${article}/comments/${answer}`, `${article}/feed.atom`, `${article}/preview`])
        expect(pages.map(shapeOf)).toContain(shapeOf(path));
      for (const path of ['/moderation/log', '/moderation/people', '/moderation/erase', '/account/sessions'])
        expect(moderation.map(shapeOf)).toContain(path);

      world().clock.pause = 1;
      const before = await changeable(world());
      expect(before.size).toBeGreaterThan(15);
      const stranger = request.agent(world().app);
      const broken: string[] = [];
      for (const agent of [stranger, visitor.agent, moderator.agent])
        for (const path of [...mails, ...pages, ...moderation])
          for (const method of ['get', 'head', 'options'] as const) {
            const { status } = await agent[method](path);
            if (status >= 500) broken.push(`${status} ${method} ${path}`);
          }
      expect(broken).toEqual([]);
      expect(await changeable(world())).toEqual(before);

      const { received } = world().server;
      for (const path of ['/mail/confirm', '/mail/stop', '/mail/decide'])
        expect((await press(world(), linkTo(received, path))).status).toBe(200);
      expect(await changeable(world())).not.toEqual(before);
    }, 90_000);
  },
  lasting,
);

/** In the plain part, in the other, and in the headers. */
function addressesOfMails(world: MailWorld): readonly string[] {
  const { received } = world.server;
  const html = received.flatMap(({ mail }) => [...(mail.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, url]) => url));
  const headers = received.flatMap(({ mail }) => mail.headers.filter(({ key }) => key === 'list-unsubscribe'));
  const urls = [...received.flatMap(linksIn), ...html, ...headers.map(({ value }) => value.slice(1, -1))];
  return [...new Set(urls.map((url) => (url ?? '').slice(site.length).split('#', 1)[0] ?? ''))];
}

/**
 * The addresses that these pages name, and those that they lead to: links, forms, and what a browser fetches by itself. Of
 * those that differ in an id or a value alone, one.
 */
async function crawl(browser: Browser, starts: readonly string[]): Promise<readonly string[]> {
  const found = new Map(starts.map((path) => [shapeOf(path), path]));
  for (const _depth of [1, 2])
    for (const path of [...found.values()])
      for (const address of await addressesOn(browser, path))
        if (!found.has(shapeOf(address))) found.set(shapeOf(address), address);
  return [...found.values()].filter(isPage);
}

const shapeOf = (path: string): string => path.replace(/[0-9a-f-]{36}|(?<=[=/])[\w-]{12}(?=\.svg)|(?<==)[^&]*/g, '');
/** The stream of decisions does not end by itself. */
const isPage = (path: string): boolean => !path.startsWith('/assets/') && path !== '/moderation/events';

async function addressesOn(browser: Browser, path: string): Promise<readonly string[]> {
  if (!isPage(path)) return [];
  const { $ } = await browser.open(path);
  const named = $('[href], [src], [action], [data-sum], [data-preview]').toArray();
  return named
    .flatMap((element) => ['href', 'src', 'action', 'data-sum', 'data-preview'].map((name) => $(element).attr(name)))
    .map((address) => (address ?? '').split('#', 1)[0] ?? '')
    .filter((address) => /^\/(?!\/)/.test(address));
}

async function changeable(world: MailWorld): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await wholeDatabase(world);
  const kept = [...all].filter(([name]) => !ofVisits.includes(name));
  return new Map(kept.map(([name, rows]) => [name, rows.map((row) => row.replace(/"seen_at": ?\d+/, ''))]));
}
