import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statuses } from '../../src/comments/comment.ts';
import { isFiltered, noFilter, orders } from '../../src/comments/queue.ts';
import { queryOf } from '../../src/http/pairs.ts';
import { askedOf, longestValue, pairsOf } from '../../src/http/queue-filter.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const id = '01890000-0000-7000-8000-000000000000';
const dayMs = 24 * 3_600_000;

describe('what an address asks of the queue', () => {
  test('nothing is asked by an empty one', () => {
    const nothing = { status: 'pending', filter: noFilter, order: 'newest', after: null, problem: null };
    expect(askedOf({})).toEqual(nothing);
    expect(askedOf(undefined)).toEqual(nothing);
    expect(askedOf({ q: '', author: '', from: '', order: '', before: '' })).toEqual(nothing);
  });

  test('days are those of UTC, the last one included', () => {
    const { filter } = askedOf({ from: '2022-01-10', to: '2022-01-12' });
    expect([filter.since, filter.until]).toEqual([Date.UTC(2022, 0, 10), Date.UTC(2022, 0, 13)]);
  });

  test.each([
    ['a day that is none', { from: '2022-02-30' }, 'since'],
    ['a day in another form', { to: '1/2/2022' }, 'until'],
    ['too long a text', { q: 'a'.repeat(longestValue + 1) }, 'text'],
    ['the same field twice', { author: ['Ann', 'Bea'] }, 'author'],
    ['a group that is none', { cluster: "1' or 1=1" }, 'cluster'],
  ] as const)('%s is left out, and told', (_what, given, name) => {
    const { filter, problem } = askedOf(given);
    expect(filter[name]).toBeNull();
    expect(problem && translatorFor('en').t(problem)).toMatch(/ .*\.$/);
  });

  test('control characters are no part of what is looked for', () => {
    expect(askedOf({ q: ' a\u0000b\n', author: '\u0007' })).toMatchObject({ filter: { text: 'a b', author: null } });
  });

  test.each([
    [{ before: id }, { id, value: null }],
    [{ before: 'x' }, null],
    [{ before: id, order: 'largest' }, null],
    [
      { before: id, order: 'largest', q: 'words' },
      { id, value: null },
    ],
    [
      { before: id, order: 'largest', value: '12' },
      { id, value: 12 },
    ],
    [{ before: id, order: 'largest', value: '1e300' }, null],
    [
      { before: id, order: 'spam', value: '0.25' },
      { id, value: 0.25 },
    ],
    [{ before: id, order: 'spam', value: '7' }, null],
    [{ before: id, order: 'honest', value: 'NaN' }, null],
  ])('a page begins where an earlier one ended, %j', (given, after) => {
    expect(askedOf(given).after).toEqual(after);
  });

  test('what is written into an address is read from it again', () => {
    const text = fc.option(
      fc.string({ minLength: 1, maxLength: 60 }).filter((each) => askedOf({ q: each }).filter.text === each),
    );
    const day = fc.option(fc.integer({ min: 0, max: 40_000 }).map((days) => days * dayMs));
    const filter = fc.record({
      text,
      article: text,
      author: text,
      network: text,
      rule: text,
      language: text,
      since: day,
      until: day,
      cluster: fc.constantFrom(null, id),
    });
    const cursor = fc.constantFrom(
      { order: orders[0], after: null },
      { order: orders[0], after: { id, value: null } },
      { order: orders[1], after: { id, value: 42 } },
      { order: orders[2], after: { id, value: 1e-7 } },
      { order: orders[3], after: { id, value: 0.123456789012345 } },
    );
    fc.assert(
      fc.property(fc.constantFrom(...statuses), filter, cursor, (status, filter, { order, after }) => {
        fc.pre(order !== 'largest' || after === null || !isFiltered(filter));
        const asked = { status, filter, order, after, problem: null };
        const query = new URLSearchParams(queryOf(pairsOf(asked)));
        expect(askedOf(Object.fromEntries(query))).toEqual(asked);
      }),
    );
  });
});
