import { describe, expect, test } from '@jest/globals';
import { countLine, leftOutLines } from './support/summary.ts';

describe('what Jest says last', () => {
  test('names what was left out and how to have it', () => {
    expect(leftOutLines(undefined, null).join()).toMatch(
      /^Left out: PostgreSQL \(TEST_DATABASE_URL is not set\); browser \(no Chromium at \S+; set CHROMIUM to its path\); the packed package/,
    );
  });

  test('names nothing that was there', () => {
    expect(leftOutLines('postgres://somewhere/test', '/usr/bin/chromium')).toEqual([
      'Left out: the packed package (npm run test:package)',
    ]);
  });

  test('counts a test file that broke as a failure', () => {
    const counts = { numPassedTests: 7, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
    expect(countLine(counts)).toBe('7 passed, 3 failed');
  });
});
