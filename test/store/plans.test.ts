import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { CommentStore } from '../../src/comments/store.ts';
import { commentStore } from '../../src/store/comments.ts';
import { migrate } from '../../src/store/migrate.ts';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { idOf } from './samples.ts';

const page = { from: idOf(1), before: idOf(1), limit: 50 };

const questions: Readonly<Record<string, (comments: CommentStore) => Promise<unknown>>> = {
  byId: (comments) => comments.byId(idOf(1)),
  bySubmission: (comments) => comments.bySubmission('a'),
  historyOf: (comments) => comments.historyOf('ann'),
  waitingFor: (comments) => comments.waitingFor('tides', 'ann'),
  'approvedIn, first page': (comments) => comments.approvedIn('tides', { ...page, from: null }),
  'approvedIn, later page': (comments) => comments.approvedIn('tides', page),
  pageStartOf: (comments) => comments.pageStartOf('tides', idOf(1), 50),
  'lane, first page': (comments) => comments.lane('pending', { ...page, before: null }),
  'lane, later page': (comments) => comments.lane('pending', page),
  countApproved: (comments) => comments.countApproved(),
  countApprovedIn: (comments) => comments.countApprovedIn('tides'),
  countByStatus: (comments) => comments.countByStatus(),
  move: (comments) => comments.move([idOf(1)], 'spam'),
};

describe('no question reads the whole table', () => {
  const handle = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: handle }),
    log: ({ query }) => void asked.push(query),
  });
  beforeAll(() => migrate(db, commentMigrations('text')));
  afterAll(() => db.destroy());

  test.each(Object.entries(questions))('%s', async (_name, ask) => {
    asked.length = 0;
    await ask(commentStore(db));
    const steps = asked.flatMap(({ sql, parameters }) => explain(handle, sql, parameters));
    expect(steps.length).toBeGreaterThan(0);
    expect(
      steps.filter((step) => /SCAN comments(?! USING COVERING INDEX)|comments USING AUTOMATIC/.test(step)),
    ).toEqual([]);
  });

  test.each(['lane, first page', 'lane, later page', 'waitingFor'])('%s comes sorted from its index', async (name) => {
    asked.length = 0;
    await questions[name]?.(commentStore(db));
    const steps = asked.flatMap(({ sql, parameters }) => explain(handle, sql, parameters));
    expect(steps.filter((step) => step.includes('ORDER BY'))).toEqual([]);
  });
});

function explain(handle: Database.Database, query: string, parameters: readonly unknown[]): readonly string[] {
  const rows = handle.prepare<unknown[], { readonly detail: string }>(`explain query plan ${query}`).all(...parameters);
  return rows.map((row) => row.detail);
}
