/** One kind of bar: how often, hour by hour. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Bars side by side, in percent of a picture that may have any shape: low on a desk, high on a phone. */
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

const labelEvery = 4;
const steps = 4;
/** Of a group, the part that its bars take. */
const filled = 0.76;
/** What happened once is seen, beside a thousand of something else too. */
const lowest = 1;

/** Groups of bars, one group a label; a value of 0 has no bar. */
export function barChart(series: readonly Series[], labels: readonly string[]): Chart {
  const step = stepFor(Math.max(0, ...series.flatMap(({ values }) => values)));
  const heightOf = (value: number): number => round((100 * value) / (steps * step));
  const group = 100 / labels.length;
  const width = (group * filled) / series.length;
  const barOf = (name: string, value: number, at: number, hour: number): Chart['bars'][number] => {
    const height = Math.max(lowest, heightOf(value));
    const x = (hour + (1 - filled) / 2) * group + at * width;
    return { series: name, x: round(x), y: round(100 - height), width: round(width), height };
  };
  return {
    bars: series.flatMap(({ name, values }, at) =>
      values.flatMap((value, hour) => (value === 0 ? [] : [barOf(name, value, at, hour)])),
    ),
    ticks: Array.from({ length: steps + 1 }, (_, count) => ({
      y: 100 - heightOf(count * step),
      label: String(count * step),
    })),
    labels: labels.flatMap((text, at) => (at % labelEvery === 0 ? [{ x: round((at + 0.5) * group), text }] : [])),
  };
}

/** Four steps of 1, 2 or 5 times a power of ten hold the largest value. */
function stepFor(largest: number): number {
  const quarter = Math.max(1, largest / steps);
  const power = 10 ** Math.floor(Math.log10(quarter));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= quarter) ?? quarter;
}

const round = (value: number): number => Math.round(value * 100) / 100;
