import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Blank, Operation, Sum } from '../../src/captcha/sums.ts';
import { blanks, drawSum, operations } from '../../src/captcha/sums.ts';
import { wordSum } from '../../src/captcha/wording.ts';
import { en } from '../../src/captcha/words/en.ts';
import { loaded, seeded } from './seeded.ts';
import { solutionsOf } from './solve.ts';

const usual = { operations: ['+', '−'], blank: 'result' } as const;

function many(count: number, options: { operations: readonly Operation[]; blank: Blank }, seed = 1): readonly Sum[] {
  const randomInt = seeded(seed);
  return Array.from({ length: count }, () => drawSum(options, randomInt));
}

/** Pearson's statistic of the answers against 21 equal chances. */
function chiSquareOf(sums: readonly Sum[]): number {
  const counts = new Map<number, number>();
  for (const sum of sums) counts.set(sum[sum.blank], (counts.get(sum[sum.blank]) ?? 0) + 1);
  const expected = sums.length / 21;
  return Array.from({ length: 21 }, (_, answer) => ((counts.get(answer) ?? 0) - expected) ** 2 / expected).reduce(
    (total, part) => total + part,
  );
}

/** The value a chi-square of 20 degrees of freedom exceeds once in 1,000 times. */
const oddAtOneInThousand = 45.315;

describe('the sum', () => {
  test.each<[string, readonly number[], Parameters<typeof drawSum>[0], Sum]>([
    ['addition', [9, 0, 4], usual, { left: 4, operation: '+', right: 5, result: 9, blank: 'result' }],
    ['subtraction', [4, 1, 5], usual, { left: 9, operation: '−', right: 5, result: 4, blank: 'result' }],
    ['0 asked', [0, 1, 4], usual, { left: 4, operation: '−', right: 4, result: 0, blank: 'result' }],
    [
      'an operand asked',
      [2, 0, 1, 7],
      { operations: ['+'], blank: 'any' },
      { left: 7, operation: '+', right: 2, result: 9, blank: 'right' },
    ],
    [
      'the number to subtract from asked',
      [9, 0, 0, 4],
      { operations: ['−'], blank: 'any' },
      { left: 9, operation: '−', right: 5, result: 4, blank: 'left' },
    ],
    [
      'a product',
      [6, 0, 1],
      { operations: ['×'], blank: 'result' },
      { left: 2, operation: '×', right: 3, result: 6, blank: 'result' },
    ],
    [
      'a factor asked',
      [6, 0, 0, 2],
      { operations: ['×'], blank: 'any' },
      { left: 6, operation: '×', right: 3, result: 18, blank: 'left' },
    ],
  ])('draws the answer first: %s', (_, falls, options, sum) => {
    expect(drawSum(options, loaded(...falls))).toEqual(sum);
  });

  test('has exactly one solution from 0 to 20, whatever is drawn', () => {
    const options = fc.record({
      operations: fc.subarray([...operations], { minLength: 1 }),
      blank: fc.constantFrom(...blanks),
    });
    fc.assert(
      fc.property(options, fc.nat(), (chosen, seed) => {
        const randomInt = seeded(seed);
        const sum = drawSum(chosen, randomInt);
        expect([sum.left, sum.right, sum.result].every((number) => number >= 0 && number <= 20)).toBe(true);
        expect(chosen.operations).toContain(sum.operation);
        expect(solutionsOf(wordSum(sum, en, randomInt))).toEqual([sum[sum.blank]]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('asks for the result unless any place may be blank', () => {
    const seen = (blank: Blank) => new Set(many(300, { operations, blank }).map((sum) => sum.blank));
    expect(seen('result')).toEqual(new Set(['result']));
    expect(seen('any')).toEqual(new Set(['left', 'right', 'result']));
  });

  test('uses every operation it may use', () => {
    expect(new Set(many(300, usual).map((sum) => sum.operation))).toEqual(new Set(['+', '−']));
    expect(new Set(many(300, { operations, blank: 'any' }).map((sum) => sum.operation))).toEqual(new Set(operations));
  });

  test.each(['+', '−'] as const)('every sum there is with %s comes up', (operation) => {
    const drawn = many(20_000, { operations: [operation], blank: 'result' });
    // 21 + 20 + … + 1 pairs of operands keep all three numbers within 0 to 20.
    expect(new Set(drawn.map(({ left, right }) => `${left} ${right}`)).size).toBe(231);
  });

  test('answers are uniform over 0 to 20: 210,000 sums', () => {
    expect(chiSquareOf(many(210_000, usual))).toBeLessThan(oddAtOneInThousand);
  });

  test.each(operations.flatMap((operation) => blanks.map((blank) => [operation, blank] as const)))(
    'answers are uniform for %s with the blank at %s',
    (operation, blank) => {
      expect(chiSquareOf(many(21_000, { operations: [operation], blank }, 7))).toBeLessThan(oddAtOneInThousand);
    },
  );

  test('needs an operation', () => {
    expect(() => drawSum({ operations: [], blank: 'result' }, seeded(1))).toThrow('at least one operation');
  });
});
