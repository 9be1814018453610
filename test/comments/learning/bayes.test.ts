import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Counts, heaviest, judge, weightOf } from '../../../src/comments/learning/bayes.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const all = fc.record({ spam: fc.integer({ min: 1, max: 5_000 }), honest: fc.integer({ min: 1, max: 5_000 }) });

/** What may have been learned: no token is in more comments than there are. */
const learned = all.chain((all) => {
  const counts = fc.record({ spam: fc.nat({ max: all.spam }), honest: fc.nat({ max: all.honest }) });
  return fc.record({ all: fc.constant(all), counts: fc.array(counts, { minLength: 6, maxLength: 6 }) });
});
const mapOf = (counts: readonly Counts[]): ReadonlyMap<string, Counts> =>
  new Map(counts.map((its, at) => [names[at] ?? '', its]));

describe('judging', () => {
  test('the score stays between 0 and 1, and every weight within its bound', () => {
    fc.assert(
      fc.property(learned, ({ all, counts }) => {
        const { score, weighed } = judge(names, mapOf(counts), all);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(1);
        for (const { weight } of weighed) expect(Math.abs(weight)).toBeLessThanOrEqual(heaviest);
        const weights = weighed.map(({ weight }) => Math.abs(weight));
        expect(weights).toEqual(weights.toSorted((one, other) => other - one));
      }),
    );
  });

  test('learning these very words as spam never lowers their score, as honest never raises it', () => {
    fc.assert(
      fc.property(learned, fc.constantFrom('spam', 'honest'), ({ all, counts }, kind) => {
        const more = (its: Counts): Counts => ({ ...its, [kind]: its[kind] + 1 });
        const before = judge(names, mapOf(counts), all).score;
        const after = judge(names, mapOf(counts.map(more)), more(all)).score;
        if (kind === 'spam') expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        else expect(after).toBeLessThanOrEqual(before + 1e-12);
      }),
    );
  });

  test('what was learned the other way round is judged the other way round', () => {
    const turned = ({ spam, honest }: Counts): Counts => ({ spam: honest, honest: spam });
    fc.assert(
      fc.property(learned, ({ all, counts }) => {
        const { score } = judge(names, mapOf(counts), all);
        expect(judge(names, mapOf(counts.map(turned)), turned(all)).score).toBeCloseTo(1 - score, 9);
      }),
    );
  });

  test('words never met, and words met by both as often, say nothing, whatever the mixture was', () => {
    expect(judge(names, new Map(), { spam: 9_000, honest: 60 })).toEqual({ score: 0.5, weighed: [] });
    expect(weightOf({ spam: 900, honest: 6 }, { spam: 9_000, honest: 60 })).toBe(0);
    expect(weightOf({ spam: 9, honest: 0 }, { spam: 9, honest: 0 })).toBe(0);
  });

  test('one comment proves little, and honest words added to spam do not outweigh its strongest', () => {
    const all = { spam: 500, honest: 500 };
    expect(judge(['a'], new Map([['a', { spam: 1, honest: 0 }]]), all).score).toBeLessThan(0.7);
    const padded = [...Array(400).keys()].map((at) => `honest ${at}`);
    const counts = new Map<string, Counts>(padded.map((word) => [word, { spam: 10, honest: 20 }]));
    const sold = [...Array(12).keys()].map((at) => `sold ${at}`);
    for (const word of sold) counts.set(word, { spam: 200, honest: 1 });
    expect(judge([...padded, ...sold], counts, all).score).toBeGreaterThan(0.9);
  });
});
