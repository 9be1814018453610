import { type Cost, percentile } from './sample.ts';

/** One measurement: the program beside node:http alone. */
export interface Row {
  readonly name: string;
  readonly app: Measured;
  readonly raw: Measured;
}

export interface Measured {
  readonly cost: Cost;
  /** Resident memory after the last round, in megabytes. */
  readonly memory: number;
}

interface Column {
  readonly title: string;
  readonly digits: number;
  readonly value: (measured: Measured) => number;
}

const columns: readonly Column[] = [
  { title: 'requests/s', digits: 0, value: ({ cost }) => cost.latencies.length / cost.seconds },
  { title: 'p50 ms', digits: 2, value: ({ cost }) => percentile(cost, 0.5) },
  { title: 'p99 ms', digits: 2, value: ({ cost }) => percentile(cost, 0.99) },
  { title: 'CPU µs a request', digits: 0, value: ({ cost }) => cost.cpu / cost.latencies.length },
  { title: 'memory MB after', digits: 0, value: ({ memory }) => memory },
];

/** Markdown: in each cell the program, node:http alone, and the first as a multiple of the second. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['program / node:http (ratio)', ...columns.map((column) => column.title)],
    ['---', ...columns.map(() => '---:')],
    ...rows.map((row) => [row.name, ...columns.map((column) => cell(row, column))]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function cell({ app, raw }: Row, { value, digits }: Column): string {
  const ratio = value(app) / value(raw);
  return `${shown(value(app), digits)} / ${shown(value(raw), digits)} (${shown(ratio, ratio < 1 ? 3 : 1)})`;
}

function shown(number: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return Number.isNaN(number) ? '–' : number.toLocaleString('en', options);
}
