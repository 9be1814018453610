import { expect, test } from '@jest/globals';
import { noEvidence } from '../../../src/comments/evidence.ts';
import { learned, learnedBound } from '../../../src/comments/rules/learned.ts';

/** The second word speaks for honest comments. */
const weighed = [...'abcdefg'].map((token, at) => ({ token, weight: at === 1 ? -3 : 3 - at / 10 }));

function held(score: number | null, proven = false) {
  return learned({
    ...noEvidence,
    learned: score === null ? null : { score, weighed },
    proven,
    draft: { body: 'Hello', author: { name: 'Ann', email: null, website: null }, parentId: null, honeypot: '' },
    html: '<p>Hello</p>',
    language: null,
    unable: false,
    hurried: false,
    guessing: false,
    attacked: false,
  });
}

test('what reads like spam is held, with the five words that say so most, and never marked as spam', () => {
  expect(held(learnedBound + 0.01)).toEqual({ key: 'reason.learned', tokens: ['a', 'c', 'd', 'e', 'f'] });
  expect([held(learnedBound), held(0.1), held(null)]).toEqual([null, null, null]);
});

test('an author that moderators approved is held for a strong reason only', () => {
  expect(held(0.99, true)).toBeNull();
  expect(held(0.991, true)).toMatchObject({ key: 'reason.learned' });
});
