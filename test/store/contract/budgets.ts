import { describe, expect, test } from '@jest/globals';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

export function budgetsContract(world: World): void {
  describe('budgets', () => {
    test('allows its points and then no more, and says when to come back', async () => {
      const budget = world.store().openBudget({ name: 'sign-in', points: 2, seconds: 60 });
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
      const refusal = await budget.spend('ann');
      expect(refusal.allowed).toBe(false);
      expect(refusal.retryAfter).toBeGreaterThanOrEqual(58);
      expect(refusal.retryAfter).toBeLessThanOrEqual(60);
      expect(await budget.spend('bob')).toMatchObject({ allowed: true });
    });

    test('says what is spent, refusals too, and takes back what was not used', async () => {
      const budget = world.store().openBudget({ name: 'publish', points: 1, seconds: 60 });
      expect(await budget.spent('ann')).toBe(0);
      await budget.spend('ann');
      await budget.spend('ann');
      expect(await budget.spent('ann')).toBe(2);
      await budget.refund('ann');
      await budget.refund('ann');
      expect(await budget.spent('ann')).toBe(0);
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
    });

    test('forgets on demand', async () => {
      const budget = world.store().openBudget({ name: 'sign-in', points: 1, seconds: 60 });
      await budget.spend('ann');
      await budget.reset('ann');
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
      expect(await budget.spend('ann')).toMatchObject({ allowed: false });
    });

    test('two budgets never share their counts', async () => {
      const { openBudget } = world.store();
      await openBudget({ name: 'sign-in', points: 1, seconds: 60 }).spend('ann');
      const other = openBudget({ name: 'post', points: 1, seconds: 60 });
      expect(await other.spend('ann')).toMatchObject({ allowed: true });
    });

    test('fills again after its time', async () => {
      const budget = world.store().openBudget({ name: 'sign-in', points: 1, seconds: 1 });
      await budget.spend('ann');
      expect(await budget.spend('ann')).toEqual({ allowed: false, retryAfter: 1 });
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
    });

    test('a hundred at once, over two processes, get exactly the points there are', async () => {
      const other = await world.another();
      const [one, two] = [world.store(), other].map((store) =>
        store.openBudget({ name: 'post', points: 30, seconds: 60 }),
      );
      const spent = await atOnce(100, async (n) => (n % 2 ? one : two)?.spend('ann'));
      expect(spent.filter((allowance) => allowance?.allowed)).toHaveLength(30);
    });

    test('sweeping keeps a budget that still counts', async () => {
      const store = world.store();
      const budget = store.openBudget({ name: 'sign-in', points: 1, seconds: 60 });
      await budget.spend('ann');
      await store.sweep(Date.now());
      expect(await budget.spend('ann')).toMatchObject({ allowed: false });
      await store.sweep(Date.now() + 61_000);
      expect(await budget.spend('ann')).toMatchObject({ allowed: true });
    });
  });
}
