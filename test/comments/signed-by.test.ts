import { describe, expect, test } from '@jest/globals';
import { impersonated, looksLike } from '../../src/comments/impersonation.ts';
import { impersonates } from '../../src/comments/rules/impersonates.ts';
import type { Submission } from '../../src/comments/screening.ts';

describe('the name that an article is signed with', () => {
  test.each([
    ['Maria', 'Maria', 'author'],
    ['МАRІА', 'Maria', 'author'],
    ['Maria Berg', 'Maria', null],
    ['Maria', null, null],
    ['Mo', 'Mo', 'moderator'],
    ['🦔', '★', null],
    ['\u{1f994} ', '\u{1f994}', 'author'],
  ] as const)('%s, where it is %s: looks like that of %s', (typed, signedBy, whose) => {
    expect(impersonated(typed, ['Mo'], signedBy)).toBe(whose);
  });

  test('is compared either way round', () => {
    for (const [one, other] of [
      ['Maria', 'mаria'],
      ['Ann', 'Anne'],
      ['1', '1'],
      ['1', '2'],
    ] as const)
      expect(looksLike(one, other)).toBe(looksLike(other, one));
  });
});

test.each([
  ['moderator', 'reason.impersonates'],
  ['author', 'reason.impersonatesAuthor'],
  [null, null],
] as const)('a name that looks like that of %s is held: %s', (whose, reason) => {
  expect(impersonates({ impersonates: whose } as Submission)).toBe(reason);
});
