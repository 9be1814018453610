import type { RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Budget } from '../comments/budget.ts';

/** What every engine tells its limiter: the table is ours, made by a migration and swept by us. */
export function limits(budget: { readonly name: string; readonly points: number; readonly seconds: number }) {
  const { name, points, seconds } = budget;
  return { keyPrefix: name, points, duration: seconds, tableName: 'budgets', tableCreated: true };
}

/** A budget counted by rate-limiter-flexible. */
export function budgetOf(limiter: RateLimiterStoreAbstract): Budget {
  return {
    async spend(key) {
      try {
        return allowance(true, await limiter.consume(key));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return allowance(false, refusal);
        throw refusal;
      }
    },
    async refund(key) {
      await limiter.reward(key);
    },
    async spent(key) {
      return (await limiter.get(key))?.consumedPoints ?? 0;
    },
    async reset(key) {
      await limiter.delete(key);
    },
  };
}

function allowance(allowed: boolean, { msBeforeNext }: RateLimiterRes): Allowance {
  return { allowed, retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
