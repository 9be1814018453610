import { v7 as newId } from 'uuid';
import { fromDraft } from '../../src/comments/comment.ts';
import { noEvidence } from '../../src/comments/evidence.ts';
import { createLearning, type Learning } from '../../src/comments/learning/filter.ts';
import { createModeration, type Moderation } from '../../src/comments/moderation.ts';
import { learnedBound } from '../../src/comments/rules/learned.ts';
import type { Store } from '../../src/store/store.ts';
import type { Labelled } from './collection.ts';
import { chance, type Draw } from './phrases.ts';

/** What came of the comments that the filter had not seen. */
export interface Outcome {
  readonly learned: { readonly spam: number; readonly honest: number };
  readonly results: readonly { readonly comment: Labelled; readonly score: number; readonly held: boolean }[];
  /** Different tokens that are known. */
  readonly tokens: number;
  /** Of one classification, in the mean. */
  readonly microseconds: number;
}

const thread = { key: 'year', url: '/articles/year', title: 'A year' };
/** Comments that a moderator decides at one sitting. */
const sitting = 20;
/** Of a hundred decisions so many are wrong, and of these every other one is undone. */
const slips = 3;

/** Moderators decide the first 70 of a hundred comments, and the filter is asked about the rest, learning no more. */
export async function tryOut(store: Store, all: readonly Labelled[], draw: Draw): Promise<Outcome> {
  const split = Math.floor(all.length * 0.7);
  let time = all[0]?.createdAt ?? 0;
  const now = (): number => (time += 1);
  const moderation = createModeration({ ...store, perPage: sitting, newId, now });
  const learning = createLearning({ ...store, keyed: (purpose, text) => `${purpose} ${text}`, now });
  for (let from = 0; from < split; from += sitting) {
    const comments = all.slice(from, Math.min(split, from + sitting));
    await decide(moderation, await keep(store, comments), draw);
    await learning.catchUp();
  }
  return ask(store, learning, all.slice(split));
}

async function keep(store: Store, comments: readonly Labelled[]): Promise<ReadonlyMap<string, Labelled>> {
  const kept = new Map<string, Labelled>();
  await store.transaction(async ({ comments: table }) => {
    for (const comment of comments) {
      const id = newId();
      kept.set(id, comment);
      await table.add(stored(comment, id), thread);
    }
  });
  return kept;
}

function stored({ author, body, html, createdAt, thinkSeconds }: Labelled, id: string) {
  const visitor = { id: '', address: '', network: '', author: null };
  const verdict = { action: 'hold', rule: 'firstComment', reason: 'reason.firstComment' } as const;
  const filing = { id, threadKey: thread.key, parent: null, html, verdict, submissionId: id, visitor };
  return fromDraft(
    { body, author, parentId: null, honeypot: '' },
    { ...filing, language: null, evidence: noEvidence, thinkSeconds, now: createdAt },
  );
}

async function decide(moderation: Moderation, kept: ReadonlyMap<string, Labelled>, draw: Draw): Promise<void> {
  const ids = [...kept.keys()];
  const slipped = ids.filter(() => chance(draw, slips));
  const isSpam = (id: string): boolean => kept.get(id)?.label === 'spam';
  const marked = ids.filter((id) => isSpam(id) !== slipped.includes(id));
  const { batch } = await moderation.decide('spam', { ids: marked }, 'mo');
  await moderation.decide('approve', { ids: ids.filter((id) => !marked.includes(id)) }, 'mo');
  if (batch === null || slipped.length % 2 === 0) return;
  await moderation.undo(batch, 'mo');
  await moderation.decide('spam', { ids: ids.filter(isSpam) }, 'mo');
}

async function ask(store: Store, learning: Learning, unseen: readonly Labelled[]): Promise<Outcome> {
  const started = performance.now();
  const results = [];
  for (const comment of unseen) {
    const score = (await learning.classify(store, comment))?.score ?? 0;
    results.push({ comment, score, held: score > learnedBound });
  }
  const microseconds = ((performance.now() - started) * 1_000) / unseen.length;
  const { spam, honest, tokens } = await learning.state();
  return { learned: { spam, honest }, results, tokens, microseconds };
}
