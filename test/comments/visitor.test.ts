import { describe, expect, test } from '@jest/globals';
import { isBy } from '../../src/comments/visitor.ts';

const visitor = { id: 'session', address: 'a', network: 'n', author: 'device' };

describe('a comment is by a visitor', () => {
  test.each([
    ['of its session', visitor, { visitor: 'session', authorKey: null }, true],
    ['of its device', visitor, { visitor: 'another', authorKey: 'device' }, true],
    ['of neither', visitor, { visitor: 'another', authorKey: 'other' }, false],
    ['whose device keeps nothing', { ...visitor, author: null }, { visitor: 'another', authorKey: null }, false],
    ['whom nobody knows', null, { visitor: 'session', authorKey: null }, false],
  ])('%s', (_who, who, comment, own) => {
    expect(isBy(who, comment)).toBe(own);
  });
});
