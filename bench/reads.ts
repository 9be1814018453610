import autocannon from 'autocannon';
import type { Sample } from './sample.ts';

/** Visitors who ask at the same time, for reads and posts alike. */
export const visitors = 8;

/** Reads the page for so many seconds, each time as somebody who comes without a cookie. Throws unless all went well. */
export async function read(url: string, seconds: number): Promise<Sample> {
  const latencies: number[] = [];
  const run = autocannon({ url, connections: visitors, duration: seconds, sampleInt: 100 });
  run.on('response', (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  const { errors, non2xx, duration } = await run;
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors and ${non2xx} answers other than 2xx`);
  return { latencies, seconds: duration };
}
