import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { CommentStore } from '../../src/comments/store.ts';
import { commentStore } from '../../src/store/comments.ts';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';

type Ask = (comments: CommentStore) => Promise<unknown>;

/** Each question and the steps that answer it, as SQLite tells them: which index, and by how much of it. */
const questions: readonly (readonly [string, Ask, readonly string[]])[] = [
  ['byId', (comments) => comments.byId('1'), ['sqlite_autoindex_comments_1 (id=?)']],
  ['bySubmission', (comments) => comments.bySubmission('1'), ['sqlite_autoindex_comments_2 (submission_id=?)']],
  [
    'historyOf',
    (comments) => comments.historyOf({ id: 'ann', author: null }),
    ['comments_known (visitor=? AND status=? AND decided_at>?)'],
  ],
  [
    'historyOf a device',
    (comments) => comments.historyOf({ id: 'ann', author: 'device' }),
    [
      'comments_known (visitor=? AND status=? AND decided_at>?)',
      'comments_author (author_key=? AND status=? AND decided_at>?)',
    ],
  ],
  [
    'isRepeated',
    (comments) => comments.isRepeated('words', 'here'),
    ['comments_repeated (fingerprint=? AND address>?)'],
  ],
  [
    'twinOf',
    (comments) => comments.twinOf({ visitor: 'ann', threadKey: 'tides', parentId: null, body: 'Hi' }),
    ['comments_visitor (visitor=? AND status=? AND thread_key=?)'],
  ],
  [
    'waitingFor',
    (comments) => comments.waitingFor('tides', 'ann'),
    ['comments_visitor (visitor=? AND status=? AND thread_key=?)'],
  ],
  [
    'approvedIn, first page',
    (comments) => comments.approvedIn('tides', { from: null, limit: 50 }),
    ['comments_branch (root_id=? AND status=?)', 'comments_roots (thread_key=? AND status=?)'],
  ],
  [
    'approvedIn, later page',
    (comments) => comments.approvedIn('tides', { from: '1', limit: 50 }),
    ['comments_branch (root_id=? AND status=?)', 'comments_roots (thread_key=? AND status=? AND id>?)'],
  ],
  [
    'pageStartOf',
    (comments) => comments.pageStartOf('tides', '1', 50),
    ['comments_roots (thread_key=? AND status=? AND id<?)'],
  ],
  [
    'lane, first page',
    (comments) => comments.lane('pending', { before: null, limit: 50 }),
    ['comments_lane (status=?)'],
  ],
  [
    'lane, later page',
    (comments) => comments.lane('pending', { before: '1', limit: 50 }),
    ['comments_lane (status=? AND id<?)'],
  ],
  ['countApproved', (comments) => comments.countApproved(), ['comments_count (status=?)']],
  ['countApprovedIn', (comments) => comments.countApprovedIn('tides'), ['comments_count (status=? AND thread_key=?)']],
  ['countByStatus', (comments) => comments.countByStatus(), ['comments_count']],
  ['move', (comments) => comments.place(['1'], 'spam', 1), ['sqlite_autoindex_comments_1 (id=?)']],
];

describe('no question reads the whole table, or sorts what an index has in order', () => {
  const handle = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: handle }),
    log: ({ query }) => void asked.push(query),
  });
  beforeAll(async () => {
    for (const up of Object.values(commentMigrations('text'))) await up(db);
  });
  afterAll(() => db.destroy());

  test.each(questions)('%s', async (_name, ask, expected) => {
    asked.length = 0;
    await ask(commentStore(db));
    const steps = asked.flatMap(({ sql, parameters }) => explain(handle, sql, parameters));
    const ofComments = steps.filter((step) => /^(SCAN|SEARCH) comments/.test(step));
    expect(ofComments.map((step) => step.replace(/^.* INDEX /, ''))).toEqual(expected);
    expect(steps.filter((step) => step.includes('ORDER BY'))).toEqual([]);
  });
});

function explain(handle: Database.Database, query: string, parameters: readonly unknown[]): readonly string[] {
  const rows = handle.prepare<unknown[], { readonly detail: string }>(`explain query plan ${query}`).all(...parameters);
  return rows.map((row) => row.detail);
}
