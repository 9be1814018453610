import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The secret kept in the data folder, made on the first start and readable by its owner alone. Written aside and linked
 * into place: of two processes that start at once both read the same whole secret.
 */
export async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'session-secret');
  const kept = await readIfThere(file);
  if (kept) return kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(draft, file).catch(unlessThere);
  await rm(draft);
  return readFile(file, 'utf8');
}

const readIfThere = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(unlessMissing);

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function unlessMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null;
  throw error;
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
