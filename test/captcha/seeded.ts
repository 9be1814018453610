import type { RandomInt } from '../../src/captcha/sums.ts';

/** Dice that fall the same way for the same seed: a 32-bit xorshift (Marsaglia 2003), without modulo bias. */
export function seeded(seed: number): RandomInt {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let round = 0; round < 16; round += 1) next();
  return (exclusiveMax) => {
    const fair = 2 ** 32 - (2 ** 32 % exclusiveMax);
    let drawn = next();
    while (drawn >= fair) drawn = next();
    return drawn % exclusiveMax;
  };
}

/** Dice that fall as told, then only on 0. */
export function loaded(...falls: readonly number[]): RandomInt {
  const left = [...falls];
  return () => left.shift() ?? 0;
}
