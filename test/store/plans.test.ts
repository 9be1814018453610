import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Filter, noFilter, type Order, type QueueStore } from '../../src/comments/queue.ts';
import type { CommentStore } from '../../src/comments/store.ts';
import { commentStore } from '../../src/store/comments.ts';
import { queueStore } from '../../src/store/queue.ts';
import { holdsWords } from '../../src/store/sqlite-search.ts';
import { openPlans, sorting } from '../support/query-plans.ts';

type Ask = (comments: CommentStore, queue: QueueStore) => Promise<unknown>;

const filtered = (filter: Partial<Filter>): Ask => {
  const page = { order: 'newest', after: { id: '1', value: null }, limit: 50 } as const;
  return (_comments, queue) => queue.page('pending', { ...noFilter, ...filter }, page);
};
const ordered = (order: Order): Ask => {
  const page = { order, after: { id: '1', value: 1 }, limit: 50 };
  return (_comments, queue) => queue.page('pending', noFilter, page);
};

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
    'pageStartOf',
    (comments) => comments.pageStartOf('tides', '1', 50),
    ['comments_roots (thread_key=? AND status=? AND id<?)'],
  ],
  [
    'repliesIn',
    (comments) => comments.repliesIn('1', { from: '2', limit: 50 }),
    ['comments_branch (root_id=? AND status=? AND id>?)', 'comments_branch (root_id=? AND status=? AND id<?)'],
  ],
  [
    'replyStartOf',
    (comments) => comments.replyStartOf('1', '2', 50),
    ['comments_branch (root_id=? AND status=? AND id<?)'],
  ],
  ['approvedAmong', (comments) => comments.approvedAmong(['1']), ['sqlite_autoindex_comments_1 (id=?)']],
  ['countApproved', (comments) => comments.countApproved(), ['SCAN counts']],
  [
    'countApprovedIn',
    (comments) => comments.countApprovedIn('tides'),
    ['sqlite_autoindex_counts_1 (thread_key=? AND status=?)'],
  ],
  [
    'queue, newest first',
    ordered('newest'),
    ['clusters_newest (status=? AND newest_id<?)', 'sqlite_autoindex_comments_1 (id=?)'],
  ],
  [
    'queue, largest groups first',
    ordered('largest'),
    ['clusters_largest (status=? AND (comments,newest_id)<(?,?))', 'sqlite_autoindex_comments_1 (id=?)'],
  ],
  ['queue, most honest first', ordered('honest'), ['comments_score (status=? AND <expr>>?)']],
  ['queue, likeliest spam first', ordered('spam'), ['comments_score (status=? AND <expr><?)']],
  [
    'queue of an article',
    filtered({ article: 'tides' }),
    ['comments_article (status=? AND thread_key=? AND erased_at=? AND id<?)'],
  ],
  ['queue of an author', filtered({ author: 'Ann' }), ['comments_author_name (author_name=? AND status=? AND id<?)']],
  [
    'queue of an address',
    filtered({ author: 'ann@example.org' }),
    ['comments_author_email (author_email=? AND status=? AND id<?)'],
  ],
  ['queue of a network', filtered({ network: 'net' }), ['comments_network (network=? AND status=? AND id<?)']],
  ['queue of a rule', filtered({ rule: 'links' }), ['comments_rule (status=? AND rule=? AND id<?)']],
  ['queue of a group', filtered({ cluster: '1' }), ['comments_cluster (cluster=? AND status=? AND id<?)']],
  ['queue since a day', filtered({ since: 1, until: 2 }), ['comments_lane (status=? AND id>? AND id<?)']],
  [
    'a group',
    (_comments, queue) => queue.choose('pending', { clusters: ['1'] }, { upTo: '2', most: 9 }),
    ['comments_cluster (cluster=? AND status=? AND id<?)'],
  ],
  [
    'the newest that match',
    (_comments, queue) => queue.choose('pending', { filter: { ...noFilter, rule: 'links' } }, { upTo: null, most: 1 }),
    ['comments_rule (status=? AND rule=?)'],
  ],
  [
    'the newest of a lane',
    (_comments, queue) => queue.choose('pending', { filter: noFilter }, { upTo: null, most: 1 }),
    ['comments_lane (status=?)'],
  ],
  ['place', (_comments, queue) => queue.place(['1'], 'spam', 1), ['sqlite_autoindex_comments_1 (id=?)']],
];

describe('no question reads the whole table, or sorts what an index has in order', () => {
  const { db, migrate, stepsOf } = openPlans();
  beforeAll(migrate);
  afterAll(() => db.destroy());

  test.each(questions)('%s', async (_name, ask, expected) => {
    const steps = await stepsOf(() =>
      ask(
        commentStore(db, async () => {}),
        queueStore(db, holdsWords),
      ),
    );
    const ofComments = steps.filter((step) => /^(SCAN|SEARCH) (comments|clusters|counts)/.test(step));
    expect(ofComments.map((step) => step.replace(/^.* INDEX /, ''))).toEqual(expected);
    expect(sorting(steps)).toEqual([]);
  });
});
