/** One line of a chart: how often, hour by hour. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Bars side by side, in the units of the SVG's viewBox. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  /** Where the bars stand. */
  readonly baseline: number;
  readonly bars: readonly {
    readonly series: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Lines across, with what they stand for. */
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  /** Under every so many groups of bars. */
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

const size = { width: 720, height: 220, left: 40, top: 10, bottom: 24 } as const;
const labelEvery = 4;
/** What happened once is seen, beside a thousand of something else too. */
const lowest = 2;

/** Groups of bars, one group a label; a value of 0 has no bar. */
export function barChart(series: readonly Series[], labels: readonly string[]): Chart {
  const { width, height, left, top, bottom } = size;
  const baseline = height - bottom;
  const step = stepFor(Math.max(0, ...series.flatMap(({ values }) => values)));
  const most = step * 4;
  const yOf = (value: number): number => round(baseline - ((baseline - top) * value) / most);
  const group = (width - left) / labels.length;
  const bar = (group * 0.76) / series.length;
  const heightOf = (value: number): number => Math.max(lowest, round(baseline - yOf(value)));
  return {
    width,
    height,
    baseline,
    bars: series.flatMap(({ name, values }, at) =>
      values.flatMap((value, hour) =>
        value === 0
          ? []
          : [
              {
                series: name,
                x: round(left + hour * group + at * bar + group * 0.12),
                y: round(baseline - heightOf(value)),
                width: round(bar),
                height: heightOf(value),
              },
            ],
      ),
    ),
    ticks: [0, 1, 2, 3, 4].map((count) => ({ y: yOf(count * step), label: String(count * step) })),
    labels: labels.flatMap((text, at) =>
      at % labelEvery === 0 ? [{ x: round(left + at * group + group / 2), text }] : [],
    ),
  };
}

/** Four steps of 1, 2 or 5 times a power of ten hold the largest value. */
function stepFor(largest: number): number {
  const quarter = Math.max(1, largest / 4);
  const power = 10 ** Math.floor(Math.log10(quarter));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= quarter) ?? quarter;
}

const round = (value: number): number => Math.round(value * 10) / 10;
