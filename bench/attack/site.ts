import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommentsOptions } from '../../src/options.ts';
import { makePlace } from '../place.ts';
import { type Census, openCensus } from './census.ts';
import type { Order, Start } from './server.ts';

/** A site under attack: one or more processes on one database, and what its owner finds there afterwards. */
export interface Site {
  readonly processes: number;
  /** Of each process in turn, without a slash at the end. */
  readonly url: () => string;
  readonly census: Census;
  /** Lets milliseconds pass for all its processes. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface SiteOptions extends CommentsOptions {
  readonly processes?: number;
  /** `postgres://…`; SQLite files without it. */
  readonly database?: string | null;
}

export const moderator = { email: 'mo@example.org', password: 'correct horse battery' };
export const articles = ['/articles/letter', '/articles/reply'] as const;

const running = new Set<ChildProcess>();

export async function openSite({ processes = 1, database = null, ...more }: SiteOptions): Promise<Site> {
  const place = await makePlace(database);
  await mkdir(place.articlesDir, { recursive: true });
  for (const path of articles) {
    const front = 'title: A letter\nsection: Letters\nauthor: The editors\ndate: 2022-01-09';
    await writeFile(join(place.articlesDir, `${path.split('/').at(-1)}.md`), `---\n${front}\n---\n\nIts text.\n`);
  }
  const { databaseUrl, articlesDir, dataDir } = place;
  const options = { ...more, articles: articlesDir, data: dataDir, ...(databaseUrl && { databaseUrl }) };
  const children: ChildProcess[] = [];
  const urls: string[] = [];
  for (let number = 0; number < processes; number += 1) {
    // One after the other: the first one migrates and makes the secret.
    const child = startChild({ options, moderator: number === 0 ? moderator : null });
    children.push(child);
    urls.push(`http://127.0.0.1:${await portOf(child)}`);
  }
  const census = openCensus(place);

  async function pass(milliseconds: number): Promise<void> {
    await Promise.all(children.map((child) => order(child, { pass: milliseconds })));
  }

  async function close(): Promise<void> {
    await Promise.all(children.map(stop));
    await census.close();
    await place.remove();
  }

  let turn = 0;
  const url = (): string => {
    turn += 1;
    return urls[turn % urls.length] ?? '';
  };

  return { processes, url, census, pass, close };
}

function startChild(start: Start): ChildProcess {
  const env = { PATH: process.env.PATH, START: JSON.stringify(start) };
  const program = fileURLToPath(new URL('server.ts', import.meta.url));
  const execArgv = ['--disable-warning=ExperimentalWarning'];
  const child = fork(program, { env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  running.add(child);
  return child;
}

async function portOf(child: ChildProcess): Promise<number> {
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('The server did not start.')));
  const [said] = (await Promise.race([once(child, 'message'), gone])) as [{ readonly port: number }];
  gone.catch(() => undefined);
  return said.port;
}

async function order(child: ChildProcess, order: Order): Promise<void> {
  const heard = once(child, 'message');
  child.send(order);
  await heard;
}

/** Stops whatever this process has started and not stopped. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.send('stop' satisfies Order);
  const overdue = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(overdue);
}
