import { describe, expect, test } from '@jest/globals';
import { isUnavailable } from '../../src/store/postgres-errors.ts';

describe('an error of PostgreSQL', () => {
  test.each([
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '53300',
    '53100',
    '25006',
    '57014',
    '40P01',
    'ECONNREFUSED',
    'ENOTFOUND',
  ])('%s passes by itself', (code) => expect(isUnavailable({ code })).toBe(true));

  test.each(['23505', '42P01', '22021', '0800', 'X08006', 'ERR_INVALID_ARG_TYPE'])('%s is a bug', (code) =>
    expect(isUnavailable({ code, message: 'no' })).toBe(false),
  );

  test('what is no error is none', () => {
    for (const value of [null, undefined, 'ECONNREFUSED', 8]) expect(isUnavailable(value)).toBe(false);
  });
});
