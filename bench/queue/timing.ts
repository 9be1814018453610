import { percentile, type Sample } from '../sample.ts';

const rounds = 20;

/** Times both in turn; one round more warms them up. */
export async function measured(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [Sample, Sample]> {
  const [first, second]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1) {
    first.push(await millisecondsOf(one));
    second.push(await millisecondsOf(other));
  }
  return [sampleOf(first.slice(1)), sampleOf(second.slice(1))];
}

async function millisecondsOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

const sampleOf = (latencies: readonly number[]): Sample => ({ latencies, seconds: Number.NaN });

/** A row of the table, in Markdown. */
export function lineOf(name: string, page: Sample, select: Sample): string {
  const [middle, bare] = [percentile(page, 0.5), percentile(select, 0.5)];
  const cells = [middle.toFixed(1), percentile(page, 1).toFixed(1), bare.toFixed(2), (middle / bare).toFixed(0)];
  return `| ${name} | ${cells.join(' | ')} |\n`;
}
