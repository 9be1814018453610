import { readFile, stat } from 'node:fs/promises';
import { parseArticle, type Reading } from './parse.ts';

const mostBytes = 1024 * 1024;

/** Reads an article from a file: at most 1 MB of UTF-8. A file that cannot be read is a problem, never thrown. */
export async function readArticle(slug: string, path: string): Promise<Reading> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { problem: 'it is no ordinary file' };
    if (found.size > mostBytes) return { problem: 'it is larger than 1 MB' };
    return parseArticle(slug, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    return { problem: `it cannot be read (${error instanceof Error ? error.message : error})` };
  }
}
