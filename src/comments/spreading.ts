import type { Follower, FollowerStore } from './follower.ts';
import { approvedEntries, heldEntries, type Stamp } from './notification.ts';
import type { Entry, OutboxStore } from './outbox.ts';
import type { CommentStore, PeopleStores } from './store.ts';

/** What became of an entry: it went out, or there was nothing to tell any more. */
export type Told = 'sent' | 'moot';

export interface SpreadingParts {
  readonly comments: CommentStore;
  readonly people: PeopleStores;
  readonly followers: FollowerStore;
  readonly outbox: OutboxStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** Followers looked at in one turn. */
const perPage = 500;

/** Turns the news of a comment into one entry for each who should hear of it. Doing so twice adds nothing. */
export function createSpreading({ comments, people, followers, outbox, now, newId }: SpreadingParts) {
  return async ({ occasion, about }: Entry): Promise<Told> => {
    const comment = await comments.byId(about);
    if (!comment || comment.erasedAt !== null) return 'moot';
    const stamp: Stamp = { now: now(), newId };
    if (occasion === 'held') {
      if (comment.status !== 'pending') return 'moot';
      await outbox.add(heldEntries(comment, await people.moderators.all(), stamp));
      return 'sent';
    }
    if (comment.status !== 'approved') return 'moot';
    const told = new Set<string>();
    const { id, parentId, threadKey } = comment;
    for (const commentIds of [parentId === null ? [id] : [id, parentId], null])
      for await (const page of pagesOf(followers, { threadKey, commentIds }))
        await outbox.add(approvedEntries(comment, page, told, stamp));
    return 'sent';
  };
}

async function* pagesOf(
  followers: FollowerStore,
  where: Parameters<FollowerStore['hearing']>[0],
): AsyncGenerator<readonly Follower[]> {
  let page: readonly Follower[];
  let after = '';
  do {
    page = await followers.hearing(where, { after, limit: perPage });
    after = page.at(-1)?.id ?? '';
    yield page;
  } while (page.length === perPage);
}
