import type { BreakerState } from '../comments/guard-report.ts';
import type { Chart } from './chart.ts';

/** views/moderation/guard.ejs: the last 24 hours. Labels of hours are UTC. */
export interface GuardView {
  readonly breaker: BreakerState;
  readonly totals: {
    readonly issued: number;
    readonly right: number;
    readonly wrong: number;
    readonly published: number;
  };
  readonly chart: Chart;
  /** Newest first. */
  readonly hours: readonly {
    readonly label: string;
    readonly issued: number;
    readonly right: number;
    readonly wrong: number;
  }[];
  readonly held: readonly Counted[];
  readonly refused: readonly Counted[];
  readonly networks: readonly Counted[];
}

interface Counted {
  readonly label: string;
  readonly count: number;
}
