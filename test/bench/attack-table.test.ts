import { expect, test } from '@jest/globals';
import type { Row } from '../../bench/attack/level.ts';
import { conclude, lineOf } from '../../bench/attack/table.ts';

const row = (holds: Row['holds']): Row => ({ level: 'L9', did: 'tried', outcome: 'P 7', limit: 'P = 0', holds });

test('one breach among many is told, and fails the run', () => {
  expect(conclude([row(true), row(false), row(true)])).toEqual({ sentence: '2 attacks held, 1 breached', code: 1 });
  expect(lineOf(row(false))).toBe('| L9 | tried | P 7 | P = 0 | BREACH |\n');
});

test('what was left out is neither held nor breached, and a run of nothing is no success', () => {
  expect(conclude([row(true), row(null)])).toEqual({ sentence: '1 attacks held, 0 breached', code: 0 });
  expect(conclude([row(null)])).toEqual({ sentence: '0 attacks held, 0 breached', code: 1 });
  expect(conclude([]).code).toBe(1);
  expect(lineOf(row(null))).toBe('| L9 | tried | P 7 | P = 0 | – |\n');
});
