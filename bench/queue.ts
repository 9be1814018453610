import { parseArgs } from 'node:util';
import { stopChildren } from './child.ts';
import { makePlace, type Place } from './place.ts';
import { bareSelect } from './queue/bare.ts';
import { fill } from './queue/fill.ts';
import { openQueue } from './queue/moderator.ts';
import { lineOf, measured } from './queue/timing.ts';

/**
 * `npm run bench:queue`: the moderator's pages over 1,000,000 comments, beside a bare SELECT of the same rows by index.
 * `-- --comments N`, `-- --database postgres://…`. Two minutes on SQLite, loopback only.
 */
const { values } = parseArgs({ options: { database: { type: 'string' }, comments: { type: 'string' } } });
const count = Number(values.comments ?? 1_000_000);

const pages: readonly (readonly [name: string, query: string])[] = [
  ['first page', ''],
  ['largest groups first', '?order=largest'],
  ['likeliest spam first', '?order=spam'],
  ['trash', '?status=trash'],
  ['one article', '?article=article-3'],
  ['one author', '?author=reader72@example.org'],
  ['held by one rule', '?rule=links'],
  ['a rare word', '?q=lighthouse'],
  ['a word in every comment', '?q=meeting'],
];

async function run(place: Place): Promise<void> {
  await fill(place, count);
  const bare = await bareSelect(place);
  const queue = await openQueue(place);
  process.stdout.write(
    `| ${count.toLocaleString('en')} comments | median ms | slowest ms | bare SELECT ms | ratio |\n`,
  );
  process.stdout.write('| --- | ---: | ---: | ---: | ---: |\n');
  for (const [name, query] of pages) {
    // In turn, so that what else the machine does meets both.
    const [page, select] = await measured(() => queue.page(query), bare.select);
    process.stdout.write(lineOf(name, page, select));
  }
  await bare.close();
  await queue.close();
}

// Listened to for good: the second signal of an impatient terminal must not cut tidying up short.
const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
});

const place = await makePlace(values.database ?? null);
try {
  await Promise.race([run(place), interrupted]);
} finally {
  await stopChildren();
  await place.remove();
}
process.exit();
