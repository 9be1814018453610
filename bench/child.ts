import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export interface Child {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Program {
  /** What Node runs, and its arguments. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** File that takes what it says: a pipe would load the process that measures with every line. */
  readonly log: string;
}

const running = new Set<ChildProcess>();

/** Starts a server and waits, 30 s at most, until it says "Listening on". Throws with all it said when it does not. */
export async function startChild({ args, environment, log }: Program): Promise<Child> {
  const file = await open(log, 'w');
  // Nothing else of the caller's: a DATABASE_URL of theirs is not for us to write to.
  const env = { ...environment, PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', file.fd, file.fd] });
  running.add(child);
  await file.close();
  const port = await portOf(child, log);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => stop(child) };
}

async function portOf(child: ChildProcess, log: string): Promise<string> {
  for (let waited = 0; waited < 30_000 && child.exitCode === null; waited += 50) {
    const port = /Listening on http:\/\/[^"\s]*:(\d+)/.exec(await readFile(log, 'utf8'))?.[1];
    if (port) return port;
    await sleep(50);
  }
  throw new Error(`The server did not say where it listens:\n${await readFile(log, 'utf8')}`);
}

/** Stops whatever this process has started and not stopped. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stop));
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), 12_000);
  await ended;
  clearTimeout(overdue);
}
