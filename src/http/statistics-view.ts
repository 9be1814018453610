import type { Chart } from './chart.ts';

/** views/moderation/statistics.ejs. Days are those of UTC. */
export interface StatisticsView {
  readonly ranges: readonly { readonly label: string; readonly url: string; readonly current: boolean }[];
  /** "16 December 2021 to 14 January 2022, in days of UTC …" */
  readonly lead: string;
  /** False where nothing was received and nothing decided. */
  readonly any: boolean;
  readonly totals: readonly { readonly label: string; readonly value: string }[];
  readonly charts: readonly ChartView[];
  readonly articles: readonly {
    readonly title: string;
    readonly url: string;
    readonly received: string;
    readonly held: string;
  }[];
  readonly verdicts: readonly {
    readonly id: string;
    readonly heading: string;
    readonly none: string;
    readonly items: readonly { readonly label: string; readonly count: string }[];
  }[];
  /** How long those are kept. */
  readonly verdictsLast: string;
}

/** A picture, and the same as a table. */
export interface ChartView {
  readonly id: string;
  readonly heading: string;
  /** Name of the picture. */
  readonly title: string;
  /** Name of the table. */
  readonly inNumbers: string;
  /** What one bar stands for, for those who do not see it. */
  readonly description: string;
  /** How it was counted. */
  readonly note: string;
  /** Instead of the picture, where there is nothing to draw. */
  readonly none: string;
  readonly chart: Chart;
  /** By the names of the series. */
  readonly legend: readonly { readonly series: string; readonly label: string }[];
  readonly columns: readonly string[];
  /** Newest first: the day, then a cell a column. */
  readonly rows: readonly { readonly day: string; readonly cells: readonly string[] }[];
}
