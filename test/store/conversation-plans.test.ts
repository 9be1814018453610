import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PageStart, Sort } from '../../src/comments/paging.ts';
import { approvedIn, newest } from '../../src/store/conversation.ts';
import { openPlans, sorting } from '../support/query-plans.ts';

const start: PageStart = { id: '1', comments: 1 };

/** Where each branch is cut, how large it is, and its beginning. */
const branches = [
  'comments_branch (root_id=? AND status=?)',
  'sqlite_autoindex_branches_1 (root_id=?)',
  'comments_branch (root_id=? AND status=? AND id<?)',
];

/** A page, and the steps that give it: its branches, their roots, and the roots before it. */
const pages: readonly (readonly [Sort, PageStart | null, readonly string[]])[] = [
  ['oldest', null, ['comments_roots (thread_key=? AND status=?)', ...branches]],
  [
    'oldest',
    start,
    [
      'comments_roots (thread_key=? AND status=? AND id>?)',
      ...branches,
      'comments_roots (thread_key=? AND status=? AND id<?)',
    ],
  ],
  [
    'newest',
    start,
    [
      'comments_roots (thread_key=? AND status=? AND id<?)',
      ...branches,
      'comments_roots (thread_key=? AND status=? AND id>?)',
    ],
  ],
  [
    'discussed',
    start,
    [
      'branches_discussed (thread_key=? AND (comments,root_id)<(?,?))',
      'comments_lane (status=? AND id=?)',
      ...branches,
      'branches_discussed (thread_key=? AND (comments,root_id)>(?,?))',
      'comments_lane (status=? AND id=?)',
    ],
  ],
];

describe('a page of a conversation reads its own branches, and sorts nothing that an index has in order', () => {
  const { db, migrate, stepsOf } = openPlans();
  beforeAll(migrate);
  afterAll(() => db.destroy());

  test.each(pages)('%s first, from %j', async (sort, from, expected) => {
    expect(await indexesOf(() => approvedIn(db, 'tides', { sort, from, limit: 50, replies: 200 }))).toEqual(expected);
  });

  test.each([
    ['one thread', 'tides', 'comments_article (status=? AND thread_key=? AND erased_at=?)'],
    ['all threads', null, 'comments_lane (status=?)'],
  ])('what was approved last in %s', async (_name, threadKey, expected) => {
    expect(await indexesOf(() => newest(db, threadKey, 50))).toEqual([expected, 'comments_lane (status=? AND id=?)']);
  });

  async function indexesOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
    const steps = await stepsOf(ask);
    expect(sorting(steps)).toEqual([]);
    const searched = steps.filter((step) => /^(SCAN|SEARCH) (comments|branches|roots|past)/.test(step));
    return searched.map((step) => step.replace(/^.* INDEX /, ''));
  }
});
