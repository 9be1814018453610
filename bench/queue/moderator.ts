import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../child.ts';
import { type Answer, exchange } from '../exchange.ts';
import type { Place } from '../place.ts';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const program = fileOf('../../bin/leave-a-reply.js');
const credentials = { email: 'mo@example.org', password: 'correct horse battery' };

/** Somebody signed in to the program in a process of its own. */
export interface QueueReader {
  /** Reads a page of the queue. Throws when it is none. */
  page(query: string): Promise<void>;
  close(): Promise<void>;
}

export async function openQueue(place: Place): Promise<QueueReader> {
  const { databaseUrl, dataDir, articlesDir, dir } = place;
  await mkdir(articlesDir, { recursive: true });
  await copyFile(fileOf('../../articles/how-the-sum-works.md'), join(articlesDir, 'article-1.md'));
  const environment = {
    DATA_DIR: dataDir,
    ARTICLES_DIR: articlesDir,
    ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
  };
  await addModerator(environment);
  const app = await startChild({ args: [program, 'serve'], environment, log: join(dir, 'app.log') });
  const cookie = await signIn(app.url);
  return {
    async page(query) {
      const answer = await exchange(`${app.url}/moderation${query}`, { headers: { Cookie: cookie } });
      if (answer.status !== 200 || !answer.body.includes('id="row-')) throw new Error(`No queue: ${answer.body}`);
    },
    close: () => app.stop(),
  };
}

function addModerator(environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...environment, PATH: process.env.PATH };
    const args = [program, 'moderator', 'add', credentials.email];
    const child = execFile(process.execPath, args, { env }, (error) => (error ? reject(error) : resolve()));
    child.stdin?.end(`${credentials.password}\n`);
  });
}

async function signIn(url: string): Promise<string> {
  const form = await exchange(`${url}/sign-in`);
  const csrf = /name="csrf" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  const headers = { Cookie: cookiesOf(form), 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ ...credentials, csrf }).toString();
  return cookiesOf(await exchange(`${url}/sign-in`, { method: 'POST', headers, body }));
}

const cookiesOf = ({ headers }: Answer): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
