/** One kind of bar: how often, group by group. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Bars in percent of a picture that may have any shape: low on a desk, high on a phone. */
export interface Chart {
  readonly bars: readonly {
    readonly series: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Lines across, with what they stand for. */
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  /** Under the middle of every so many groups of bars. */
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

export interface Look {
  /** Whether the bars of a group stand on one another, or side by side. */
  readonly stacked: boolean;
  readonly labelEvery: number;
  /** How the numbers at the side are written. */
  readonly numberText: (value: number) => string;
}

const steps = 4;
/** Of a group, the part that its bars take. */
const filled = 0.76;
/** Of the picture, what is left free between bars that stand on one another: colour is not the only thing to tell them by. */
const seam = 0.5;
/** What happened once is seen, beside a thousand of something else too. */
const lowest = 1;

/** Groups of bars, one group a label; a value of 0 has no bar. */
export function barChart(
  series: readonly Series[],
  labels: readonly string[],
  { stacked, labelEvery, numberText }: Look,
): Chart {
  const groups = labels.map((_label, at) => series.map(({ values }) => values[at] ?? 0));
  const step = stepFor(Math.max(0, ...groups.map((values) => (stacked ? sum(values) : Math.max(...values)))));
  const heightOf = (value: number): number => round((100 * value) / (steps * step));
  const group = 100 / labels.length;
  const width = (group * filled) / (stacked ? 1 : series.length);
  const barsOf = (values: readonly number[], at: number): Chart['bars'] => {
    const heights = visible(values.map(heightOf), values, stacked);
    return series.flatMap(({ name }, nth) => {
      const full = heights[nth] ?? 0;
      const below = stacked ? sum(heights.slice(0, nth)) : 0;
      const height = round(below > 0 && full > 0 ? full - seam : full);
      const x = (at + (1 - filled) / 2) * group + (stacked ? 0 : nth * width);
      const bar = { series: name, x: round(x), y: round(100 - below - full), width: round(width), height };
      return height === 0 ? [] : [bar];
    });
  };
  return {
    bars: groups.flatMap(barsOf),
    ticks: Array.from({ length: steps + 1 }, (_, count) => ({
      y: 100 - heightOf(count * step),
      label: numberText(count * step),
    })),
    labels: labels.flatMap((text, at) => (at % labelEvery === 0 ? [{ x: round((at + 0.5) * group), text }] : [])),
  };
}

/** Nothing that happened is lower than can be seen; in a stack the tallest gives way, so that none leaves the picture. */
function visible(heights: readonly number[], values: readonly number[], stacked: boolean): readonly number[] {
  const raised = heights.map((height, nth) => (values[nth] === 0 ? 0 : Math.max(lowest, height)));
  const over = stacked ? Math.max(0, sum(raised) - 100) : 0;
  const tallest = raised.indexOf(Math.max(...raised));
  return raised.map((height, nth) => round(nth === tallest ? height - over : height));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Four steps of 1, 2 or 5 times a power of ten hold the largest value. */
function stepFor(largest: number): number {
  const quarter = Math.max(1, largest / steps);
  const power = 10 ** Math.floor(Math.log10(quarter));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= quarter) ?? quarter;
}

const round = (value: number): number => Math.round(value * 100) / 100;
