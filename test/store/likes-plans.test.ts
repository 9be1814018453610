import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { likeStore } from '../../src/store/likes.ts';
import { openPlans, sorting } from '../support/query-plans.ts';

const { db, migrate, stepsOf } = openPlans();
const nobodyWaits = async () => {};
const likes = likeStore(db, { alone: nobodyWaits, beside: nobodyWaits });
const ids = Array.from({ length: 50 }, (_each, number) => String(number));
beforeAll(migrate);
afterAll(() => db.destroy());

/** What each step goes by. */
const searched = (steps: readonly string[]): readonly string[] => {
  expect(sorting(steps)).toEqual([]);
  return steps.filter((step) => /^(SCAN|SEARCH)/.test(step)).map((step) => step.replace(/ USING .*INDEX \S+/, ''));
};

test('the likes of a page are read by key, in one statement', async () => {
  expect(searched(await stepsOf(() => likes.on(ids, null)))).toEqual(['SEARCH like_counts (comment_id=?)']);
  expect(searched(await stepsOf(() => likes.on(ids, 'ann')))).toEqual([
    'SEARCH like_counts (comment_id=?)',
    'SEARCH likes (comment_id=? AND visitor=?) LEFT-JOIN',
  ]);
});

test('those of one network are counted by an index alone', async () => {
  const steps = await stepsOf(() => likes.countFrom({ commentId: '1', network: 'near' }, 0));
  expect(steps).toEqual(['SEARCH likes USING COVERING INDEX likes_network (comment_id=? AND network=? AND at>?)']);
});
