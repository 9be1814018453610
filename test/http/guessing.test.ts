import { describe, expect, test } from '@jest/globals';
import { readSum } from '../../src/testing/index.ts';
import { newAddress } from '../support/addresses.ts';
import type { Browser, Shown } from '../support/browser.ts';
import { engines } from '../support/engines.ts';
import { article, describeOnEveryEngine, idOf, openWorld, writeReply } from '../support/world.ts';

async function answerWrong(browser: Browser): Promise<Shown> {
  const page = await browser.open(article);
  const response = readSum(page.html)?.wrong ?? '';
  return browser.post(`${article}/comments`, { ...page.reply, body: 'A guess', author: 'Bot', response });
}

const isPublic = async (reader: Browser, posted: Shown): Promise<boolean> =>
  (await reader.open(article)).$(`#comment-${idOf(posted)}`).length === 1;

describeOnEveryEngine(
  'wrong answers',
  (world) => {
    test('five in ten minutes from one address cost nothing, after the sixth right ones wait', async () => {
      const address = { 'x-forwarded-for': newAddress() };
      for (let wrong = 1; wrong <= 5; wrong += 1)
        expect((await answerWrong(world().visitor(address))).status).toBe(422);
      expect(await isPublic(world().visitor(), await writeReply(world().visitor(address), { body: 'Right' }))).toBe(
        true,
      );
      await answerWrong(world().visitor(address));
      const ann = world().visitor(address);
      const posted = await writeReply(ann, { body: 'Right as well' });
      expect(posted.status).toBe(303);
      expect(await isPublic(world().visitor(), posted)).toBe(false);
      expect((await ann.open(article)).$(`#comment-${idOf(posted)}`).text()).toMatch(/wait/i);
      const row = (await (await world().moderator()).open('/moderation')).$(`#row-${idOf(posted)}`);
      expect(row.text()).toContain('Many wrong answers from this address or network');
    });

    test('what is no number at all is no guess', async () => {
      const address = { 'x-forwarded-for': newAddress() };
      for (let sent = 0; sent < 7; sent += 1) {
        const ann = world().visitor(address);
        expect((await writeReply(ann, { response: sent % 2 ? '' : 'seven of nine' })).status).toBe(422);
      }
      expect(await isPublic(world().visitor(), await writeReply(world().visitor(address), { body: 'Fine' }))).toBe(
        true,
      );
    });

    test('twenty from one network, whichever its addresses, make right ones wait', async () => {
      const from = (host: number) => ({ 'x-forwarded-for': `198.51.100.${host}` });
      for (let host = 1; host <= 21; host += 1) await answerWrong(world().visitor(from(host)));
      const posted = await writeReply(world().visitor(from(99)), { body: 'A neighbour' });
      expect(await isPublic(world().visitor(), posted)).toBe(false);
    });
  },
  {
    firstComment: 'publish',
    limits: { 'breaker-burst': { points: 1_000, seconds: 1 }, 'breaker-day': { points: 1_000, seconds: 1 } },
  },
);

describe.each(engines.map((engine) => [engine.name, engine] as const))('the breaker (%s)', (_name, engine) => {
  test('thirty wrong answers from everywhere hold strangers, not known authors', async () => {
    const world = await openWorld(engine, { firstComment: 'publish' });
    const ann = world.visitor();
    const first = idOf(await writeReply(ann, { body: 'https://a.example https://b.example' }));
    const mo = await world.moderator();
    await mo.submit(await mo.open('/moderation'), 'form#bulk', { ids: first, action: 'approve' });
    for (let wrong = 1; wrong <= 29; wrong += 1) await answerWrong(world.visitor());
    expect(await isPublic(world.visitor(), await writeReply(world.visitor(), { body: 'Before' }))).toBe(true);
    await answerWrong(world.visitor());
    const stranger = await writeReply(world.visitor(), { body: 'During' });
    expect(await isPublic(world.visitor(), stranger)).toBe(false);
    const row = (await mo.open('/moderation')).$(`#row-${idOf(stranger)}`);
    expect(row.text()).toContain('Many wrong answers on the whole site just now');
    expect(await isPublic(world.visitor(), await writeReply(ann, { body: 'I am known' }))).toBe(true);
    await world.close();
  });
});
