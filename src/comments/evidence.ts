import { fingerprintOf } from './fingerprint.ts';
import { type Impersonated, impersonated } from './impersonation.ts';
import type { Writing } from './learning/features.ts';
import type { Learning, Opinion } from './learning/filter.ts';
import { areAlike, type Sketch, sketchOf } from './likeness.ts';
import type { ListEntry } from './list-entry.ts';
import type { Listed } from './listed.ts';
import type { Stores } from './store.ts';
import type { Thread } from './thread.ts';
import type { Visitor } from './visitor.ts';

/** What the site has seen before that bears on a draft. */
export interface Evidence {
  /** Of its words; null where they are too few to tell. */
  readonly fingerprint: string | null;
  /** Whether the same words came from another address. */
  readonly repeated: boolean;
  /** Whose name the author's looks like. */
  readonly impersonates: Impersonated;
  /** Id of the first of those that were held and say nearly the same; null where none does. */
  readonly cluster: string | null;
  /** By which others like it will find it. */
  readonly parts: readonly string[];
  /** What the learning filter thinks of it; null where it has not learned enough. */
  readonly learned: Opinion | null;
  /** The entry of the moderators' lists that it meets. */
  readonly listed: ListEntry | null;
}

/** What it is gathered with. */
export interface EvidenceSources {
  readonly listed: Listed;
  readonly classify: Learning['classify'];
}

/** Of a comment that nothing is held against, such as a moderator's own. */
export const noEvidence: Evidence = {
  fingerprint: null,
  repeated: false,
  listed: null,
  impersonates: null,
  cluster: null,
  parts: [],
  learned: null,
};

/** Read in the transaction that stores the comment. */
export async function evidenceOn(
  writing: Writing,
  { address, network }: Visitor,
  { signedBy = null }: Pick<Thread, 'signedBy'>,
  stores: Stores,
  { listed, classify }: EvidenceSources,
): Promise<Evidence> {
  const { author, body, html } = writing;
  const fingerprint = fingerprintOf(body);
  const sketch = sketchOf(body, html);
  const hit = await listed(stores, { author, html, address, network });
  return {
    fingerprint,
    repeated: fingerprint !== null && (await stores.comments.isRepeated(fingerprint, address)),
    impersonates: impersonated(
      author.name,
      (await stores.people.moderators.all()).map(({ name }) => name),
      signedBy,
    ),
    cluster: await clusterOf(sketch, stores),
    parts: sketch.parts,
    learned: await classify(stores, writing),
    listed: hit?.item ?? null,
  };
}

/** Compared with the words themselves: sharing a part only says that it is worth a look. */
async function clusterOf(sketch: Sketch, { sketches }: Stores): Promise<string | null> {
  if (sketch.parts.length === 0) return null;
  const candidates = await sketches.sharing(sketch.parts);
  return candidates.find(({ body, html }) => areAlike(sketch, sketchOf(body, html)))?.cluster ?? null;
}
