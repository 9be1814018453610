import { expect, test } from '@jest/globals';
import { validate, version } from 'uuid';
import { firstIdAt, idsBy } from '../../src/comments/id.ts';

test('ids sort in the order in which they were made, in one millisecond and when the clock goes back', () => {
  const times = [5, 5, 5, 7, 6, 9, 9].map((time) => 1_700_000_000_000 + time);
  const clock = [...times];
  const newId = idsBy(() => clock.shift() ?? 0);
  const ids = times.map(newId);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
});

test('an id stands between the first of its millisecond and the first of the next', () => {
  const time = 1_700_000_000_123;
  const id = idsBy(() => time)();
  expect(firstIdAt(time) < id && id < firstIdAt(time + 1)).toBe(true);
  expect(firstIdAt(-1)).toBe('00000000-0000-0000-0000-000000000000');
});
