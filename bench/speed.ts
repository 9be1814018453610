import { parseArgs } from 'node:util';
import { stopChildren } from './child.ts';
import { type Pair, withPair } from './pair.ts';
import { makePlace, type Place } from './place.ts';
import { post, preparePosts } from './posts.ts';
import { read } from './reads.ts';
import { type Measurement, measure } from './rounds.ts';
import { articles, lively, many, quiet, replies, seed } from './seed.ts';
import { type Row, table } from './table.ts';

/** `npm run bench`, or with `-- --database postgres://…` on a schema of its own there. About 80 seconds, loopback only. */
const { values } = parseArgs({ options: { database: { type: 'string' } } });

/** Seconds of reading, and posts, of one round. */
const seconds = 1;
const posts = 250;

const reads = (path: string, name: string): Measurement => ({
  name,
  prepare: async (url) => () => read(`${url}${path}`, seconds),
});

const posting: Measurement = {
  name: 'post a comment, right answer',
  prepare: async (url) => {
    const prepared = await preparePosts(`${url}${quiet}`, posts);
    return () => post(`${url}${quiet}`, prepared);
  },
};

const inline: readonly Measurement[] = [
  reads('/', `list of ${articles} articles`),
  reads(quiet, 'article, no replies, with its sum'),
  reads(lively, `article, ${replies} replies, with its sum`),
  posting,
];

const deferred = (middle: string): readonly Measurement[] => [
  reads(quiet, 'article, no replies, deferred'),
  reads(lively, `article, ${replies} replies, deferred`),
  reads(middle, `page amid ${many.toLocaleString('en')} replies, deferred`),
];

async function speed(place: Place): Promise<readonly Row[]> {
  const middle = await seed(place);
  const paths = ['/', quiet, lively, middle];
  return [
    ...(await withPair({ place, delivery: 'inline', paths, posting: quiet }, all(inline))),
    ...(await withPair({ place, delivery: 'deferred', paths, posting: null }, all(deferred(middle)))),
  ];
}

const all = (measurements: readonly Measurement[]) => async (pair: Pair) => {
  const rows: Row[] = [];
  for (const measurement of measurements) rows.push(await measure(pair, measurement));
  return rows;
};

// Listened to for good: npm and a terminal both deliver the signal, and the second one must not cut tidying up short.
const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
});

const place = await makePlace(values.database ?? null);
try {
  process.stdout.write(table(await Promise.race([speed(place), interrupted])));
} finally {
  await stopChildren();
  await place.remove();
}
process.exit();
