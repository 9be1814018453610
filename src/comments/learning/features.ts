import type { Author } from '../comment.ts';
import { wordsOf } from './words.ts';

/** What is read of a comment: nothing that its row does not keep, so that one just typed is read as those stored are. */
export interface Writing {
  readonly author: Author;
  readonly body: string;
  readonly html: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** From the first sight of the form to the post; null where nobody knows. */
  readonly thinkSeconds: number | null;
}

/** A keyed hash: what belongs to one person is told apart by it, and cannot be read. */
export type Keyed = (purpose: string, text: string) => string;

const mostHosts = 20;
const longestHost = 60;
/** Of a hash: enough to tell a few million people apart. */
const hashLength = 12;

/** The different tokens of a comment, `kind:value`, at most about 300. `wording.ts` says them in words. */
export function featuresOf(writing: Writing, keyed: Keyed): readonly string[] {
  const words = wordsOf(writing.body).map((word) => `word:${word}`);
  return [...new Set([...linksOf(writing.html), ...authorOf(writing.author, keyed), ...shapesOf(writing), ...words])];
}

function linksOf(html: string): readonly string[] {
  const links = [...html.matchAll(/<a href="(https?:[^"]+)"/g)].map(([, href = '']) => hostOf(href));
  const hosts = links.filter((host) => host !== '').slice(0, mostHosts);
  const amount = links.length > 1 ? '2+' : String(links.length);
  return [`links:${amount}`, ...hosts.flatMap((host) => [`link:${host}`, `domain:${host.split('.').at(-1)}`])];
}

const hostOf = (url: string): string => (URL.parse(url)?.hostname ?? '').replace(/^www\./, '').slice(0, longestHost);

function authorOf({ name, email, website }: Author, keyed: Keyed): readonly string[] {
  const hidden = (kind: string, text: string): string => `${kind}:${keyed(kind, text).slice(0, hashLength)}`;
  return [
    hidden('name', name.normalize('NFKC').toLowerCase()),
    `names:${Math.min(3, name.split(/\s+/u).length)}`,
    ...(email === null ? ['given:no-mail'] : ['given:mail', hidden('mail', email.split('@').at(-1) ?? '')]),
    ...(website === null ? ['given:no-website'] : ['given:website', hidden('website', hostOf(website))]),
  ];
}

function shapesOf({ body, createdAt, thinkSeconds }: Writing): readonly string[] {
  const letters = body.match(/\p{L}/gu)?.length ?? 0;
  const capitals = body.match(/\p{Lu}/gu)?.length ?? 0;
  const hour = Math.floor(createdAt / 3_600_000) % 24;
  return [
    `length:${stepOf(body.length, lengths)}`,
    `hours:${Math.floor(hour / 4)}`,
    ...(capitals >= 8 && capitals * 3 > letters ? ['shape:capitals'] : []),
    ...(body.split('!').length > 3 ? ['shape:exclaims'] : []),
    ...(thinkSeconds === null ? [] : [`think:${stepOf(thinkSeconds, thinks)}`, ...paceOf(body.length, thinkSeconds)]),
  ];
}

/** Characters and seconds that make a difference, coarse enough to be met again. */
export const lengths = [40, 120, 400, 1_200] as const;
export const thinks = [10, 30, 120, 600, 3_600] as const;

/** How many of the steps were reached. */
const stepOf = (value: number, steps: readonly number[]): number => steps.filter((step) => value >= step).length;

/** Quick typists write seven characters a second; twenty were not typed here. */
const pastedPace = 20;
const shortestPaste = 60;

const paceOf = (length: number, seconds: number): readonly string[] =>
  length < shortestPaste ? [] : [`pace:${length > pastedPace * seconds ? 'pasted' : 'typed'}`];
