import { describe, expect, test } from '@jest/globals';
import { chained, type Decision, isUntouched, type NewDecision } from '../../src/comments/decision.ts';

const entry = (commentId: string): NewDecision => ({
  batch: 'batch',
  commentId,
  moderatorId: 'mo',
  from: 'pending',
  to: 'approved',
  decidedBefore: null,
  decidedAfter: 7,
  undoes: null,
  rule: 'links',
  act: null,
  at: 7,
});

describe('the chain of decisions', () => {
  const log = [...chained([entry('a'), entry('b')], undefined)];
  log.push(...chained([entry('c')], log.at(-1)));

  const firstBroken = (decisions: readonly Decision[]): number | undefined =>
    decisions.find((decision, at) => !isUntouched(decision, decisions[at - 1]))?.number;

  test('is whole as it was written', () => {
    expect(log.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(firstBroken(log)).toBeUndefined();
  });

  test.each([
    ['commentId', 'x'],
    ['moderatorId', 'x'],
    ['batch', 'x'],
    ['from', 'spam'],
    ['to', 'trash'],
    ['decidedBefore', 1],
    ['decidedAfter', 8],
    ['undoes', 'x'],
    ['rule', 'x'],
    ['rule', null],
    ['act', 'edit'],
    ['at', 8],
    ['number', 9],
    ['hash', 'x'],
  ] as const)('a change of %s breaks it there', (field, value) => {
    const changed = log.map((decision, at) => (at === 1 ? { ...decision, [field]: value } : decision));
    expect(firstBroken(changed)).toBe(field === 'number' ? 9 : 2);
  });

  test('an entry that is left out, put in, or written anew breaks it', () => {
    expect(firstBroken(log.toSpliced(1, 1))).toBe(3);
    expect(firstBroken(log.toSpliced(0, 1))).toBe(2);
    const [forged] = chained([{ ...entry('b'), to: 'trash' }], log[0]);
    expect(firstBroken(log.with(1, forged as Decision))).toBe(3);
  });
});
