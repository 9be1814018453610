import type { OpenBudget } from './budget.ts';
import type { BreakerState } from './guard-report.ts';
import type { Limits } from './limits.ts';

/** Wrong answers that are so many times the right ones come from programs: people err once in twenty. */
const ratio = 3;
const site = 'site';

export type Breaker = ReturnType<typeof createBreaker>;

/** Watches the answers of the whole site: open while somebody guesses from everywhere at once. */
export function createBreaker({ openBudget, limits }: { readonly openBudget: OpenBudget; readonly limits: Limits }) {
  const burst = openBudget({ name: 'breaker-burst', ...limits['breaker-burst'] });
  const wrongs = openBudget({ name: 'breaker-day', ...limits['breaker-day'] });
  const rights = openBudget({ name: 'breaker-right', ...limits['breaker-day'] });

  async function wrong(): Promise<void> {
    await burst.spend(site);
    await wrongs.spend(site);
  }

  async function right(): Promise<void> {
    await rights.spend(site);
  }

  async function state(): Promise<BreakerState> {
    const wrongLately = await burst.spent(site);
    const wrongToday = await wrongs.spent(site);
    const rightToday = await rights.spent(site);
    const open =
      wrongLately >= limits['breaker-burst'].points ||
      (wrongToday >= limits['breaker-day'].points && wrongToday > ratio * rightToday);
    return { open, wrongLately, wrongToday, rightToday };
  }

  return { wrong, right, state };
}
