import { message } from '../messages/message.ts';
import type { Comment, Status } from './comment.ts';
import { type Change, createDecisionLog, type DecisionLogParts } from './decision-log.ts';
import { CommentsError } from './error.ts';
import type { QueueItem, QueueStore } from './queue.ts';
import type { Stores } from './store.ts';

/** What the core asks of storage to erase. What a comment said before its text was changed goes with it. */
export interface ErasureStore {
  /** How many comments answer this one. */
  answersTo(id: string): Promise<number>;
  /** Leaves nothing but its place in the conversation, in that lane; `at` in epoch milliseconds. */
  empty(id: string, status: Status, at: number): Promise<void>;
  /** Leaves nothing. No comment may answer it. */
  remove(id: string): Promise<void>;
}

export interface ErasingParts extends DecisionLogParts {
  readonly queue: QueueStore;
  readonly erasures: Pick<ErasureStore, 'answersTo'>;
  /** Clears what is no longer there out of the files. */
  readonly scrub: () => Promise<void>;
}

/** What erasing a comment would take, and leave. */
export interface Loss extends QueueItem {
  /** Comments that answer it, and stay. */
  readonly answers: number;
}

export type Erasing = ReturnType<typeof createErasing>;

/** Comments that can be erased at once: each is shown before. */
export const mostErased = 100;

/** Erasing for good. Nothing of it can be undone; the log keeps that it was done. */
export function createErasing(parts: ErasingParts) {
  const { queue, erasures, scrub, forget } = parts;
  const log = createDecisionLog(parts);

  /** What would be lost; unknown ids, and what was erased before, are passed over. */
  async function losses(ids: readonly string[]): Promise<readonly Loss[]> {
    const found: Loss[] = [];
    for (const id of unique(ids)) {
      const item = await queue.item(id);
      if (item && item.comment.erasedAt === null) found.push({ ...item, answers: await erasures.answersTo(id) });
    }
    return found;
  }

  /** Gives how many were erased. Where something answers, or readers saw it, its place stays, and says so. */
  async function erase(ids: readonly string[], moderatorId: string): Promise<number> {
    const chosen = unique(ids);
    const { changes } = await log.write(async (stores, at) => {
      await forget?.(stores, chosen);
      const changes = await eraseEach(stores, chosen, at);
      return { changes, moderatorId, undoes: null, act: 'erase' };
    });
    if (changes.length > 0) await scrub();
    return changes.length;
  }

  return { losses, erase };
}

function unique(ids: readonly string[]): readonly string[] {
  const chosen = [...new Set(ids)];
  if (chosen.length <= mostErased) return chosen;
  throw new CommentsError('invalid', message('erase.atMost', { most: mostErased }));
}

/** The newest first: an answer that leaves nothing needs no place to stand below. */
async function eraseEach(stores: Stores, ids: readonly string[], at: number): Promise<readonly Change[]> {
  const standing = await stores.queue.standingOf(ids);
  const changes: Change[] = [];
  for (const before of standing.toReversed()) {
    const status = before.status === 'approved' ? 'approved' : 'trash';
    if (await leavesPlace(stores, before)) await stores.erasures.empty(before.id, status, at);
    else await stores.erasures.remove(before.id);
    changes.push({ before, after: { id: before.id, status, decidedAt: before.decidedAt } });
  }
  return changes;
}

async function leavesPlace({ erasures }: Stores, { id, status }: Pick<Comment, 'id' | 'status'>): Promise<boolean> {
  return status === 'approved' || (await erasures.answersTo(id)) > 0;
}
