import type { Chart } from './chart.ts';

/** views/moderation/guard.ejs: the last 24 hours. Labels of hours are UTC. */
export interface GuardView {
  readonly breaker: { readonly open: boolean; readonly why: string };
  readonly totals: readonly { readonly label: string; readonly value: string }[];
  readonly chart: Chart;
  /** Newest first. */
  readonly hours: readonly {
    readonly label: string;
    readonly issued: string;
    readonly right: string;
    readonly wrong: string;
  }[];
  readonly held: readonly Counted[];
  readonly refused: readonly Counted[];
  readonly networks: readonly Counted[];
}

interface Counted {
  readonly label: string;
  readonly count: string;
}
