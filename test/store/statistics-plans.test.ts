import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Kysely } from 'kysely';
import type { Schema } from '../../src/store/schema.ts';
import { statisticsStore } from '../../src/store/statistics.ts';
import { waitingStore } from '../../src/store/waiting.ts';
import { openPlans, sorting } from '../support/query-plans.ts';

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
  const { db, migrate, stepsOf } = openPlans();
  beforeAll(migrate);
  afterAll(() => db.destroy());

  test.each(questions)('%s', async (_name, ask, expected) => {
    const steps = await stepsOf(() => ask(db));
    expect(steps.filter((step) => /^(SCAN|SEARCH) (comments|mine|earlier)/.test(step))).toEqual(expected);
    expect(sorting(steps)).toEqual([]);
  });
});
