import { createHash } from 'node:crypto';

/** What is compared of two comments: three words in a row, and where their links lead. */
export interface Sketch {
  /** A few parts of it; texts that share one may be alike, those that share none hardly are. */
  readonly parts: readonly string[];
  readonly shingles: ReadonlySet<number>;
  /** Null where there are no links. */
  readonly links: string | null;
}

const shingleWords = 3;
/** 12 bands of 2: half of those that share a quarter of their shingles meet, and nearly all that share half. */
const bands = 12;
const rows = 2;
/** Fewer shingles are a phrase that many people use. */
const leastShingles = 6;
/** Of all different shingles of two texts, so many are in both. Texts of different people share a few in a hundred. */
const leastShared = 0.3;

/** Sketches a comment; `html` is its safe form, whose links are those readers meet. */
export function sketchOf(body: string, html: string): Sketch {
  const shingles = shinglesOf(body);
  const links = linksOf(html);
  const parts = shingles.size < leastShingles ? [] : bandsOf(shingles);
  return { parts: links === null ? parts : [...parts, `l${links}`], shingles, links };
}

/** Whether two comments are nearly the same: by their words (Jaccard), or by leading to just the same places. */
export function areAlike(one: Sketch, other: Sketch): boolean {
  if (one.links !== null && one.links === other.links) return true;
  if (Math.min(one.shingles.size, other.shingles.size) < leastShingles) return false;
  let shared = 0;
  for (const shingle of one.shingles) if (other.shingles.has(shingle)) shared += 1;
  return shared >= leastShared * (one.shingles.size + other.shingles.size - shared);
}

function shinglesOf(body: string): ReadonlySet<number> {
  const words =
    body
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = Math.max(0, words.length - shingleWords);
  return new Set(
    Array.from({ length: last + 1 }, (_each, at) => hash32(words.slice(at, at + shingleWords).join(' '), 0)),
  );
}

/** Minima of several hash functions (MinHash); the same where two texts are, as often as they share shingles. */
function bandsOf(shingles: ReadonlySet<number>): readonly string[] {
  return Array.from({ length: bands }, (_band, band) => {
    const minima = Array.from({ length: rows }, (_row, row) => minimum(shingles, band * rows + row + 1));
    return `${band}:${minima.map((least) => least.toString(36)).join('.')}`;
  });
}

function minimum(shingles: ReadonlySet<number>, seed: number): number {
  let least = 0xffffffff;
  for (const shingle of shingles) least = Math.min(least, mixed(shingle ^ Math.imul(seed, 0x9e3779b1)));
  return least;
}

/** FNV-1a, then mixed: good enough to sample, and quick. */
function hash32(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Hosts and paths, without what follows them: spam numbers its links to tell who came from where. */
function linksOf(html: string): string | null {
  const places = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => {
    const { host, pathname } = URL.parse(href.replaceAll('&amp;', '&')) ?? { host: '', pathname: href };
    return `${host}${pathname}`.replace(/\/$/, '').toLowerCase();
  });
  if (places.length === 0) return null;
  const set = [...new Set(places)].sort().join(' ');
  return createHash('sha256').update(set).digest('base64url').slice(0, 22);
}
