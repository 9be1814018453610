import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { limitNames } from '../src/comments/limits.ts';
import { capture } from './capture.ts';
import { type Child, startChild } from './child.ts';
import type { Place } from './place.ts';

/** The program and, in a process of its own, node:http alone with the same answers. */
export interface Pair {
  readonly app: Child;
  readonly raw: Child;
}

export interface PairOptions {
  readonly place: Place;
  readonly delivery: 'inline' | 'deferred';
  /** The pages that will be read, and the article that will be posted to. */
  readonly paths: readonly string[];
  readonly posting: string | null;
}

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Starts both, hands them to `work`, and stops them, whatever comes out. */
export async function withPair<T>(options: PairOptions, work: (pair: Pair) => Promise<T>): Promise<T> {
  const { place, delivery, paths, posting } = options;
  const app = await startApp(options);
  try {
    const answers = join(place.dir, `${delivery}.json`);
    await capture(app.url, paths, posting, answers);
    const log = join(place.dir, `${delivery}-raw.log`);
    const raw = await startChild({ args: [fileOf('baseline.ts'), answers], environment: {}, log });
    return await work({ app, raw }).finally(() => raw.stop());
  } finally {
    await app.stop();
  }
}

function startApp({ place, delivery }: PairOptions): Promise<Child> {
  const environment = {
    DATA_DIR: place.dataDir,
    ARTICLES_DIR: place.articlesDir,
    CHALLENGE_DELIVERY: delivery,
    // All requests come from one address, at once: what limits they would reach is counted all the same.
    GUARD_LIMITS: limitNames.map((name) => `${name}=100000000/1h`).join(),
    CHALLENGE_THINK_SECONDS: '0',
    ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
  };
  const log = join(place.dir, `${delivery}-app.log`);
  return startChild({ args: [fileOf('../bin/leave-a-reply.js'), 'serve'], environment, log });
}
