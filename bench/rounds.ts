import type { Child } from './child.ts';
import type { Pair } from './pair.ts';
import { type Cost, joined, type Sample } from './sample.ts';
import type { Measured, Row } from './table.ts';
import { usageOf } from './usage.ts';

/** One thing to measure: `prepare` works off the clock and gives what is to be timed. */
export interface Measurement {
  readonly name: string;
  readonly prepare: (url: string) => Promise<() => Promise<Sample>>;
}

/** Rounds that count. One more before them warms both servers up. */
const rounds = 4;

/** The program, node:http alone, the program, and so on: what else the machine does meets both. */
export async function measure({ app, raw }: Pair, { name, prepare }: Measurement): Promise<Row> {
  const costs = { app: [] as Cost[], raw: [] as Cost[] };
  for (let round = 0; round <= rounds; round += 1) {
    costs.app.push(await costOf(app, prepare));
    costs.raw.push(await costOf(raw, prepare));
  }
  return { name, app: await measured(app, costs.app), raw: await measured(raw, costs.raw) };
}

async function costOf({ url, pid }: Child, prepare: Measurement['prepare']): Promise<Cost> {
  const run = await prepare(url);
  const before = await usageOf(pid);
  const sample = await run();
  return { ...sample, cpu: (await usageOf(pid)).cpu - before.cpu };
}

async function measured({ pid }: Child, [_warmUp, ...costs]: readonly Cost[]): Promise<Measured> {
  return { cost: joined(costs), memory: (await usageOf(pid)).memory };
}
