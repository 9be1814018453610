import { parseArgs } from 'node:util';
import { keepsNoCookie, postsBlind, replays } from './attack/blind.ts';
import { asks, crawls } from './attack/crawlers.ts';
import { alwaysRight, guesses } from './attack/guesses.ts';
import type { Arena, Level, Row } from './attack/level.ts';
import { burnsAddress } from './attack/neighbour.ts';
import { paidPeople } from './attack/paid.ts';
import { races } from './attack/races.ts';
import { seeded } from './attack/seeded.ts';
import { openSite, stopAll } from './attack/site.ts';
import { conclude, lineOf } from './attack/table.ts';

/**
 * `npm run attack`: programs that spam try what they can on a site of their own, on this machine alone, and the table
 * says what came through. Exit code 1 when it is more than it may be.
 */
const { values } = parseArgs({
  options: {
    level: { type: 'string', multiple: true },
    processes: { type: 'string' },
    database: { type: 'string' },
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});

const levels: Readonly<Record<string, Level>> = {
  L0: postsBlind,
  L1: keepsNoCookie,
  L2: replays,
  L3: guesses,
  L4: races,
  L5: alwaysRight,
  L7: paidPeople,
  A1: crawls,
  A2: asks,
  A3: burnsAddress,
};

const chosen = values.level?.flatMap((names) => names.split(',')) ?? Object.keys(levels);
const unknown = chosen.filter((name) => !Object.hasOwn(levels, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no level ${unknown.join(', ')}. Choose from ${Object.keys(levels).join(', ')}.\n`);
  process.exit(2);
}

const seed = Number(values.seed ?? 1);
const arena: Arena = {
  short: values.short,
  database: values.database ?? null,
  processes: Number(values.processes ?? 0),
  draw: seeded(seed),
  async on(options, attack) {
    const site = await openSite({ database: arena.database, processes: arena.processes || 1, ...options });
    try {
      return await attack(site);
    } finally {
      await site.close();
    }
  },
};

async function play(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  process.stdout.write('| level | attack | outcome | limit | |\n| --- | --- | --- | --- | --- |\n');
  for (const name of chosen) {
    for (const row of (await levels[name]?.(arena)) ?? []) {
      rows.push(row);
      process.stdout.write(lineOf(row));
    }
  }
  return rows;
}

// Listened to for good: the second signal of an impatient terminal must not cut tidying up short.
const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
});

try {
  const { sentence, code } = conclude(await Promise.race([play(), interrupted]));
  process.stdout.write(`${sentence}\n`);
  process.exitCode = code;
} finally {
  await stopAll();
}
process.exit();
