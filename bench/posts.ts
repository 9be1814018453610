import { readSum } from '../src/testing/index.ts';
import { type Answer, type Ask, exchange } from './exchange.ts';
import { visitors } from './reads.ts';
import type { Sample } from './sample.ts';

/** Prepares `count` posts with the right answer, a session each. */
export async function preparePosts(url: string, count: number): Promise<readonly Ask[]> {
  const posts: Ask[] = [];
  while (posts.length < count) posts.push(await preparePost(url, posts.length));
  return posts;
}

/** Reads the form as a browser does and solves its sum. */
async function preparePost(url: string, number: number): Promise<Ask> {
  const page = await exchange(url);
  const sum = readSum(page.body);
  const challenge = /name="challenge" value="([^"]+)"/.exec(page.body)?.[1];
  if (!sum || !challenge) throw new Error(`${url} asks no sum, so that nobody can post there`);
  const cookie = page.headers['set-cookie']?.map((line) => line.split(';', 1)[0]).join('; ') ?? '';
  const fields = {
    body: textOf(number),
    author: 'Ann',
    email: '',
    website: '',
    parentId: '',
    challenge,
    response: sum.right,
  };
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(url).origin, Cookie: cookie },
    body: new URLSearchParams(fields).toString(),
  };
}

const textOf = (number: number): string =>
  `Reply number ${number}.\n\n${'A calm sentence with *some weight* and a [source](https://example.org/). '.repeat(6)}`;

/** Where the form of an article posts to. */
export const postingUrl = (url: string): string => `${url}/comments`;

/** Sends posts that were prepared, so many at a time as there are visitors. Throws unless all were stored. */
export async function post(url: string, posts: readonly Ask[]): Promise<Sample> {
  const latencies: number[] = [];
  const waiting = posts.values();
  const visit = async (): Promise<void> => {
    for (const ask of waiting) {
      const sent = performance.now();
      expectStored(await exchange(postingUrl(url), ask));
      latencies.push(performance.now() - sent);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: visitors }, visit));
  return { latencies, seconds: (performance.now() - started) / 1000 };
}

function expectStored({ status, body }: Answer): void {
  if (status !== 303) throw new Error(`A post with the right answer got ${status}: ${body.slice(0, 2_000)}`);
}
