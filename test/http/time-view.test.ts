import { describe, expect, test } from '@jest/globals';
import { dayView, momentView } from '../../src/http/time-view.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const inEnglish = translatorFor('en');
const at = Date.UTC(2022, 0, 14, 9, 5);
const minute = 60_000;

describe('times', () => {
  test('a day is the day of the calendar, in any time zone', () => {
    expect(dayView('2022-01-09', inEnglish)).toEqual({
      iso: '2022-01-09',
      text: '9 January 2022',
      exact: '9 January 2022',
    });
  });

  test.each([
    [0, 'just now'],
    [-5 * minute, 'just now'],
    [59_999, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [60 * minute, '1 hour ago'],
    [24 * 60 * minute - 1, '23 hours ago'],
    [24 * 60 * minute, '14 January 2022'],
  ])('after %d ms it reads "%s", the exact time always beside it', (elapsed, text) => {
    expect(momentView(at, at + elapsed, inEnglish)).toEqual({
      iso: '2022-01-14T09:05:00.000Z',
      text,
      exact: 'Friday, 14 January 2022 at 09:05:00 UTC',
    });
  });

  test('more moments than are kept are right all the same', () => {
    for (let more = 0; more < 6_000; more += 1) momentView(at + more * minute, at, inEnglish);
    expect(momentView(at, at + 2 * minute, inEnglish).text).toBe('2 minutes ago');
  });
});
