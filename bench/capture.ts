import { writeFile } from 'node:fs/promises';
import { type Answer, type Ask, exchange } from './exchange.ts';
import { postingUrl, preparePosts } from './posts.ts';

/** An answer of the program, to be given again by node:http alone. */
export interface Captured {
  /** Method and path: "GET /". */
  readonly request: string;
  readonly status: number;
  /** Names and values in turn, without those that node:http adds by itself. */
  readonly headers: readonly string[];
  readonly body: string;
}

/** Asks each page once, posts once where `posting` names an article, and writes the answers to the file. */
export async function capture(
  origin: string,
  paths: readonly string[],
  posting: string | null,
  file: string,
): Promise<void> {
  const captured: Captured[] = [];
  const keep = async (path: string, ask: Ask = {}): Promise<void> => {
    captured.push(capturedOf(`${ask.method ?? 'GET'} ${path}`, await exchange(`${origin}${path}`, ask)));
  };
  for (const path of paths) await keep(path);
  if (posting) for (const ask of await preparePosts(`${origin}${posting}`, 1)) await keep(postingUrl(posting), ask);
  await writeFile(file, JSON.stringify(captured));
}

const ownOfNode = ['date', 'connection', 'keep-alive'];

function capturedOf(request: string, { status, rawHeaders, body }: Answer): Captured {
  const names = rawHeaders.filter((_text, place) => place % 2 === 0);
  const headers = names.flatMap((name, place) =>
    ownOfNode.includes(name.toLowerCase()) ? [] : [name, rawHeaders[place * 2 + 1] ?? ''],
  );
  return { request, status, headers, body };
}
