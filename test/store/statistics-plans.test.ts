import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';
import { statisticsStore } from '../../src/store/statistics.ts';
import { waitingStore } from '../../src/store/waiting.ts';

const span = { from: 0, until: 1 };

/** Each question and the steps that answer it: a covering index has all that is asked for, no comment is read. */
const questions: readonly (readonly [string, (db: Kysely<Schema>) => Promise<unknown>, readonly string[]])[] = [
  [
    'what came in',
    (db) => statisticsStore(db).received(span),
    ['SEARCH comments USING COVERING INDEX comments_received (id>? AND id<?)'],
  ],
  [
    'what was decided',
    (db) => statisticsStore(db).decided(span),
    [
      'SEARCH comments USING COVERING INDEX comments_first_decided (status=? AND first_decided_at>? AND first_decided_at<?)',
    ],
  ],
  [
    'the last that were approved',
    (db) => waitingStore(db).waits(0, 200),
    ['SEARCH comments USING COVERING INDEX comments_first_decided (status=? AND first_decided_at>?)'],
  ],
  [
    'those that wait and came earlier',
    (db) => waitingStore(db).before(['1'], 101),
    [
      'SEARCH mine USING COVERING INDEX sqlite_autoindex_comments_1 (id=?)',
      'SEARCH earlier USING INDEX comments_lane (status=? AND id<?)',
    ],
  ],
];

describe('statistics read indexes alone', () => {
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

  test.each(questions)('%s', async (_name, ask, expected) => {
    asked.length = 0;
    await ask(db);
    const steps = asked.flatMap(({ sql, parameters }) =>
      handle.prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`).all(...parameters),
    );
    const details = steps.map(({ detail }) => detail);
    expect(details.filter((detail) => /^(SCAN|SEARCH) (comments|mine|earlier)/.test(detail))).toEqual(expected);
    expect(details.filter((detail) => detail.includes('ORDER BY'))).toEqual([]);
  });
});
