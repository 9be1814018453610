import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Comment } from '../../src/comments/comment.ts';
import { createDesk } from '../../src/comments/desk.ts';
import { createErasing } from '../../src/comments/erasing.ts';
import type { ErasureRequest } from '../../src/comments/erasure-request.ts';
import { createLearning } from '../../src/comments/learning/filter.ts';
import { createModeration } from '../../src/comments/moderation.ts';
import { noFilter } from '../../src/comments/queue.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type OpenedStore } from '../support/engines.ts';
import { everythingWritten, writtenInCopy } from '../support/written.ts';
import { aComment, idOf, thread } from './samples.ts';

/** Words that stand nowhere else. An index may keep of a word only what it does not share with its neighbour. */
const secret = (name: string): string =>
  `qzx${[...name].map((letter) => letter.charCodeAt(0).toString(36)).join('')}wxwqwxw`;
const names = [
  'name',
  'mail',
  'site',
  'body',
  'html',
  'reason',
  'print',
  'visit',
  'place',
  'net',
  'key',
  'ticket',
  'old',
  'liker',
  'near',
  'told',
  'link',
] as const;
const words = Object.fromEntries(names.map((name) => [name, secret(name)])) as Record<(typeof names)[number], string>;
const secrets = Object.values(words);

const lasting = engines.filter(({ lasting }) => lasting).map((engine) => [engine.name, engine] as const);

describe.each(lasting)('what was erased (%s)', (engineName, engine) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await engine.open();
  });
  afterEach(() => opened.close());

  const secretive = (number: number, more: Partial<Comment> = {}): Comment =>
    aComment(number, {
      author: { name: words.name, email: `${words.mail}@example.org`, website: `https://${words.site}.example/` },
      body: `First words ${words.old} ${number} `.repeat(20),
      html: `<p>${words.html} ${words.old}</p>`,
      reason: words.reason,
      fingerprint: words.print,
      visitor: words.visit,
      address: words.place,
      network: words.net,
      authorKey: words.key,
      submissionId: `${words.ticket}-${number}`,
      ...more,
    });

  const aRequest = (number: number): ErasureRequest => ({
    id: idOf(number),
    commentId: idOf(number),
    email: number === 40 ? `${words.mail}@example.org` : null,
    askedAt: number,
    state: 'open',
    settledAt: null,
  });

  test('is nowhere: not in rows, index, files, or a copy', async () => {
    const { store } = opened;
    const parts = { ...store, perPage: 3, newId, now: Date.now, scrub: () => store.scrub() };
    const learning = createLearning({ ...store, keyed: (_purpose, text) => text, now: Date.now });
    const [desk, moderation] = [createDesk(parts), createModeration(parts)];
    const erasing = createErasing({ ...parts, forget: learning.forget });
    // Others before, between and after, so that pages split and rows move.
    const ours = [40, 41, 150, 151, 152, 390];
    await addOthers(store, 400, ours);
    for (const number of ours)
      await store.transaction(async ({ comments, sketches, likes, receipts, explanations, erasureRequests }) => {
        await comments.add(secretive(number, number === 151 ? { parentId: idOf(150) } : {}), thread);
        await sketches.add(idOf(number), ['one', 'two']);
        await receipts.add({
          hash: `${words.link}-${number}`,
          commentId: idOf(number),
          createdAt: number,
          proven: false,
        });
        await explanations.tell(idOf(number), `Because of ${words.told}`);
        await erasureRequests.add(aRequest(number));
        await likes.add({ commentId: idOf(number), visitor: words.liker, network: words.near, at: number });
      });
    for (const number of ours) await desk.edit(idOf(number), `Later words ${words.body} `.repeat(number), null, 'mo');
    await moderation.decide('approve', { ids: [40, 150, 152].map(idOf) }, 'mo');
    await learning.catchUp();
    await addOthers(store, 800, []);
    expect(secretsIn(await everythingWritten(opened))).not.toEqual([]);
    expect((await store.queue.page('approved', { ...noFilter, text: words.body }, newest)).items).not.toEqual([]);

    expect(await erasing.erase(ours.map(idOf), 'mo')).toBe(6);
    expect(secretsIn(await everythingWritten(opened))).toEqual([]);
    for (const status of ['pending', 'approved', 'spam', 'trash'] as const)
      for (const text of secrets)
        expect((await store.queue.page(status, { ...noFilter, text }, newest)).items).toEqual([]);
    expect((await store.queue.countByStatus()).pending).toBe(794);
    if (engineName === 'SQLite files') expect(secretsIn(await writtenInCopy(opened))).toEqual([]);
  });
});

const newest = { order: 'newest', after: null, limit: 3 } as const;

async function addOthers(store: Store, upTo: number, but: readonly number[]): Promise<void> {
  const known = new Set(but);
  await store.transaction(async ({ comments }) => {
    for (let number = upTo - 399; number <= upTo; number += 1) {
      const text = `Something ${number} quite different `.repeat(1 + (number % 40));
      if (!known.has(number)) await comments.add(aComment(number, { body: text, html: `<p>${text}</p>` }), thread);
    }
  });
}

/** The secrets that can still be read. */
function secretsIn(texts: readonly string[]): readonly string[] {
  return secrets.filter((word) => texts.some((text) => text.toLowerCase().includes(word.slice(6))));
}
