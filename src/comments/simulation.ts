import type { Comment, Status } from './comment.ts';
import type { Wanted } from './list-entry.ts';
import { compile, type Hit, type Listable } from './listing.ts';
import { textOf } from './readable.ts';

/** As much of a comment as an entry is tried on. */
export type Past = Listable & Pick<Comment, 'id' | 'status'>;

/** Reads comments written since then (epoch milliseconds), newest first: `limit` of those before the id `before`. */
export type ReadPast = (page: {
  readonly since: number;
  readonly before: string | null;
  readonly limit: number;
}) => Promise<readonly Past[]>;

/** What an entry would have done. */
export interface Simulation {
  /** Comments it was tried on; of an entry of kind `network` those whose origin is still known. */
  readonly tried: number;
  /** Whether there were more than can be tried. */
  readonly cut: boolean;
  readonly hits: Readonly<Record<Status, number>>;
  /** The newest. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  /** The words around the hit, and the hit itself; empty where the text had no part in it. */
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

const dayMs = 24 * 3_600_000;
const sinceMs = 30 * dayMs;
const mostComments = 20_000;
/** Comments of one statement, and of one turn of the event loop. */
const chunk = 400;
const turn = 20;
const mostExamples = 5;
/** Characters shown on each side of a hit. */
const around = 60;

/** Tries an entry on the comments of the last 30 days, with what will try it on the next. */
export async function simulate(wanted: Wanted, read: ReadPast, now: number): Promise<Simulation> {
  const entry = { id: '', effect: 'hold', expiresAt: null, createdAt: now, createdBy: '', removedAt: null } as const;
  const match = compile([{ ...wanted, ...entry }]);
  const hits = { pending: 0, approved: 0, spam: 0, trash: 0 };
  const examples: Example[] = [];
  let tried = 0;
  let before: string | null = null;
  for (let seen = 0; seen < mostComments; seen += chunk) {
    const comments: readonly Past[] = await read({ since: now - sinceMs, before, limit: chunk });
    for (const [at, comment] of comments.entries()) {
      if (at % turn === 0) await new Promise(setImmediate);
      if (wanted.kind === 'network' && comment.address === null && comment.network === null) continue;
      tried += 1;
      const hit = match(comment, now);
      if (hit) hits[comment.status] += 1;
      if (hit && examples.length < mostExamples) examples.push(exampleOf(comment, hit));
    }
    if (comments.length < chunk) return { tried, cut: false, hits, examples };
    before = comments.at(-1)?.id ?? null;
  }
  const [more] = await read({ since: now - sinceMs, before, limit: 1 });
  return { tried, cut: more !== undefined, hits, examples };
}

function exampleOf({ id, author, status, html }: Past, { text, start, end }: Hit): Example {
  const shown = text === '' ? textOf(html).trim() : text;
  const before = shown.slice(Math.max(0, start - around), start);
  const after = shown.slice(end, end + around);
  return {
    id,
    name: author.name,
    status,
    before: (start > around ? '…' : '') + before.toWellFormed(),
    hit: shown
      .slice(start, end)
      .slice(0, 2 * around)
      .toWellFormed(),
    after: after.toWellFormed() + (end + around < shown.length ? '…' : ''),
  };
}
