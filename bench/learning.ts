import { parseArgs } from 'node:util';
import { openStore } from '../src/store/open.ts';
import { seeded } from './attack/seeded.ts';
import { collection } from './learning/collection.ts';
import { conclude, tableOf } from './learning/figures.ts';
import { countingSockets } from './learning/sockets.ts';
import { tryOut } from './learning/trial.ts';
import { makePlace } from './place.ts';

/**
 * `npm run learning`: a year of comments, drawn with a seed. The filter learns from the decisions on the first 70 of a
 * hundred and is asked about the rest. Exit code 1 when it held too much, or a socket was opened.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, size: { type: 'string', default: '3000' } },
});

// Opened here, so that the terminal is not counted.
process.stdout.write(`Seed ${values.seed}, ${values.size} comments of one year.\n\n`);
const { result, opened } = await countingSockets(async () => {
  const place = await makePlace(null);
  const store = await openStore({ databaseUrl: 'sqlite:', dataDir: place.dataDir, now: Date.now });
  const draw = seeded(Number(values.seed));
  const outcome = await tryOut(store, collection(draw, Number(values.size)), draw);
  await store.close();
  await place.remove();
  return outcome;
});
process.stdout.write(tableOf(result));
const { sentence, code } = conclude(result, opened);
process.stdout.write(`\nSockets opened: ${opened}\n${sentence}\n`);
process.exitCode = code;
