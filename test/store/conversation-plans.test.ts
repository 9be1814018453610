import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { PageStart, Sort } from '../../src/comments/paging.ts';
import { approvedIn, newest } from '../../src/store/conversation.ts';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';

const start: PageStart = { id: '1', comments: 1 };

/** A page, and the steps that give it: its branches, their roots, and the roots before it. */
const pages: readonly (readonly [Sort, PageStart | null, readonly string[]])[] = [
  ['oldest', null, ['comments_branch (root_id=? AND status=?)', 'comments_roots (thread_key=? AND status=?)']],
  [
    'oldest',
    start,
    [
      'comments_branch (root_id=? AND status=?)',
      'comments_roots (thread_key=? AND status=? AND id>?)',
      'comments_roots (thread_key=? AND status=? AND id<?)',
    ],
  ],
  [
    'newest',
    start,
    [
      'comments_branch (root_id=? AND status=?)',
      'comments_roots (thread_key=? AND status=? AND id<?)',
      'comments_roots (thread_key=? AND status=? AND id>?)',
    ],
  ],
  [
    'discussed',
    start,
    [
      'comments_branch (root_id=? AND status=?)',
      'branches_discussed (thread_key=? AND (comments,root_id)<(?,?))',
      'comments_lane (status=? AND id=?)',
      'branches_discussed (thread_key=? AND (comments,root_id)>(?,?))',
      'comments_lane (status=? AND id=?)',
    ],
  ],
];

describe('a page of a conversation reads its own branches, and sorts nothing that an index has in order', () => {
  const handle = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: handle }),
    log: ({ query }) => void asked.push(query),
  });
  beforeAll(async () => {
    for (const up of Object.values(commentMigrations('text', upkeep))) await up(db);
  });
  afterAll(() => db.destroy());

  test.each(pages)('%s first, from %j', async (sort, from, expected) => {
    expect(await stepsOf(() => approvedIn(db, 'tides', { sort, from, limit: 50 }))).toEqual(expected);
  });

  test.each([
    ['one thread', 'tides', 'comments_article (status=? AND thread_key=? AND erased_at=?)'],
    ['all threads', null, 'comments_lane (status=?)'],
  ])('what was approved last in %s', async (_name, threadKey, expected) => {
    expect(await stepsOf(() => newest(db, threadKey, 50))).toEqual([expected, 'comments_lane (status=? AND id=?)']);
  });

  async function stepsOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
    asked.length = 0;
    await ask();
    const steps = asked.flatMap(({ sql, parameters }) =>
      handle.prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`).all(...parameters),
    );
    const details = steps.map(({ detail }) => detail);
    expect(details.filter((detail) => detail.includes('ORDER BY'))).toEqual([]);
    const searched = details.filter((detail) => /^(SCAN|SEARCH) (comments|branches|roots)/.test(detail));
    return searched.map((detail) => detail.replace(/^.* INDEX /, ''));
  }
});
