import { parseArgs } from 'node:util';
import { limitNames } from '../src/comments/limits.ts';
import { seeded } from './attack/seeded.ts';
import { openSite, stopAll } from './attack/site.ts';
import { flood } from './storm/flood.ts';
import { clearQueue } from './storm/moderator.ts';

/**
 * `npm run storm`: 10,000 comments, 200 templates with variations and one in twenty honest, all held; then a moderator
 * clears the queue through its own pages. Prints how many forms that took. Exit code 1 when they were more than 40, or
 * when an honest comment was lost or spam published. `-- --comments N`, `--seed N`, `--database postgres://…`.
 */
const { values } = parseArgs({
  options: { comments: { type: 'string' }, seed: { type: 'string' }, database: { type: 'string' } },
});
const count = Number(values.comments ?? 10_000);
const most = 40;

// Whatever holds a storm off is switched off here: the guard is measured by `npm run attack`.
const limits = Object.fromEntries(limitNames.map((name) => [name, { points: 100_000_000, seconds: 3_600 }]));

async function storm(): Promise<boolean> {
  const site = await openSite({ database: values.database ?? null, limits, challengeThinkSeconds: 0 });
  try {
    const truth = await flood(site, count, seeded(Number(values.seed ?? 1)));
    const { actions, pages, decided } = await clearQueue(site, (id) => truth.get(id) === true);
    const { published, held } = await site.census.comments();
    const honest = [...truth.values()].filter(Boolean).length;
    const lost = honest - published;
    process.stdout.write(
      `${truth.size} comments held, ${honest} of them honest. Cleared by ${actions} actions on ${pages} pages: ${decided} decided, ${held} left, honest comments lost ${Math.max(0, lost)}, spam published ${Math.max(0, -lost)}.\n`,
    );
    return actions <= most && lost === 0 && held === 0;
  } finally {
    await site.close();
  }
}

// Listened to for good: the second signal of an impatient terminal must not cut tidying up short.
const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
});

try {
  process.exitCode = (await Promise.race([storm(), interrupted])) ? 0 : 1;
} finally {
  await stopAll();
}
process.exit();
