import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import pg from 'pg';
import { v7 as newId } from 'uuid';
import type { Comment } from '../../src/comments/comment.ts';
import { createDesk } from '../../src/comments/desk.ts';
import { createErasing } from '../../src/comments/erasing.ts';
import { createLearning } from '../../src/comments/learning/filter.ts';
import { createModeration } from '../../src/comments/moderation.ts';
import { noFilter } from '../../src/comments/queue.ts';
import type { Store } from '../../src/store/store.ts';
import { engines, type OpenedStore } from '../support/engines.ts';
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
      await store.transaction(async ({ comments, sketches, likes }) => {
        await comments.add(secretive(number, number === 151 ? { parentId: idOf(150) } : {}), thread);
        await sketches.add(idOf(number), ['one', 'two']);
        await likes.add({ commentId: idOf(number), visitor: words.liker, network: words.near, at: number });
      });
    for (const number of ours) await desk.edit(idOf(number), `Later words ${words.body} `.repeat(number), null, 'mo');
    await moderation.decide('approve', { ids: [40, 150, 152].map(idOf) }, 'mo');
    await learning.catchUp();
    await addOthers(store, 800, []);
    expect(await found(opened)).not.toEqual([]);
    expect((await store.queue.page('approved', { ...noFilter, text: words.body }, newest)).items).not.toEqual([]);

    expect(await erasing.erase(ours.map(idOf), 'mo')).toBe(6);
    expect(await found(opened)).toEqual([]);
    for (const status of ['pending', 'approved', 'spam', 'trash'] as const)
      for (const text of secrets)
        expect((await store.queue.page(status, { ...noFilter, text }, newest)).items).toEqual([]);
    expect((await store.queue.countByStatus()).pending).toBe(794);
    if (engineName === 'SQLite files') expect(await foundInCopy(opened)).toEqual([]);
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

/** The secrets that can still be read, in the files as they are on the disk, or in any row of any table. */
async function found({ place: { databaseUrl, dataDir } }: OpenedStore): Promise<readonly string[]> {
  const texts = databaseUrl.startsWith('postgres') ? await rowsOf(databaseUrl) : await filesIn(dataDir);
  return secretsIn(texts);
}

function secretsIn(texts: readonly string[]): readonly string[] {
  return secrets.filter((word) => texts.some((text) => text.toLowerCase().includes(word.slice(6))));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  expect(files).toEqual(expect.arrayContaining(['comments.db', 'sessions.db']));
  return Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
}

async function rowsOf(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query('select tablename from pg_tables where schemaname = current_schema()');
    const rows = [];
    for (const { tablename } of tables.rows) {
      const { rows: texts } = await client.query(`select t::text as text from ${tablename} t`);
      rows.push(...texts.map(({ text }) => String(text)));
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** What a backup made from now on holds. */
async function foundInCopy({ place: { dataDir } }: OpenedStore): Promise<readonly string[]> {
  const copy = join(dataDir, 'copy.db');
  const handle = new Database(join(dataDir, 'comments.db'), { readonly: true });
  handle.prepare('vacuum into ?').run(copy);
  handle.close();
  return secretsIn([await readFile(copy, 'latin1')]);
}
