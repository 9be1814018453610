import type { Draft } from './comment.ts';
import { fingerprintOf } from './fingerprint.ts';
import { areAlike, type Sketch, sketchOf } from './likeness.ts';
import type { ListEntry } from './list-entry.ts';
import type { Listed } from './listed.ts';
import type { Stores } from './store.ts';
import type { Visitor } from './visitor.ts';

/** What the site has seen before that bears on a draft. */
export interface Evidence {
  /** Of its words; null where they are too few to tell. */
  readonly fingerprint: string | null;
  /** Whether the same words came from another address. */
  readonly repeated: boolean;
  /** Id of the first of those that were held and say nearly the same; null where none does. */
  readonly cluster: string | null;
  /** By which others like it will find it. */
  readonly parts: readonly string[];
  /** From 0 to 1, as the learning filter sees it; null where it has not learned enough. */
  readonly spamScore: number | null;
  /** The entry of the moderators' lists that it meets. */
  readonly listed: ListEntry | null;
}

/** What is kept in this process to gather it with. */
export interface EvidenceSources {
  readonly listed: Listed;
}

/** Of a comment that nothing is held against, such as a moderator's own. */
export const noEvidence: Evidence = {
  fingerprint: null,
  repeated: false,
  cluster: null,
  parts: [],
  spamScore: null,
  listed: null,
};

/** Read in the transaction that stores the comment; `html` is the body as readers would see it. */
export async function evidenceOn(
  draft: Draft,
  html: string,
  visitor: Visitor,
  stores: Stores,
  { listed }: EvidenceSources,
): Promise<Evidence> {
  const fingerprint = fingerprintOf(draft.body);
  const sketch = sketchOf(draft.body, html);
  const { address, network } = visitor;
  const hit = await listed(stores, { author: draft.author, html, address, network });
  return {
    fingerprint,
    repeated: fingerprint !== null && (await stores.comments.isRepeated(fingerprint, visitor.address)),
    cluster: await clusterOf(sketch, stores),
    parts: sketch.parts,
    spamScore: null,
    listed: hit?.item ?? null,
  };
}

/** Compared with the words themselves: sharing a part only says that it is worth a look. */
async function clusterOf(sketch: Sketch, { sketches }: Stores): Promise<string | null> {
  if (sketch.parts.length === 0) return null;
  const candidates = await sketches.sharing(sketch.parts);
  return candidates.find(({ body, html }) => areAlike(sketch, sketchOf(body, html)))?.cluster ?? null;
}
