/** What is left after spending. */
export interface Allowance {
  readonly allowed: boolean;
  /** Whole seconds until the budget is full again; at least 1. */
  readonly retryAfter: number;
}

/** So many points per key in so many seconds, counted where every process sees it. */
export interface Budget {
  /** Spends one point of `key`; not allowed once more than the budget's points are spent. */
  spend(key: string): Promise<Allowance>;
  /** Gives one point back. */
  refund(key: string): Promise<void>;
  /** Points spent so far, those that were not allowed among them. */
  spent(key: string): Promise<number>;
  /** Forgets what `key` has spent. */
  reset(key: string): Promise<void>;
}

/** Opens the budget called `name`: two budgets never share their counts. */
export type OpenBudget = (budget: {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}) => Budget;
