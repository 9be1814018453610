import type { Status } from './comment.ts';
import type { CommentStore, Page, QueueItem } from './store.ts';

/** What a moderator can do with a comment, and the lane it leads to. Each can be undone by another. */
export const lanes = { approve: 'approved', hold: 'pending', spam: 'spam', trash: 'trash' } as const satisfies Record<
  string,
  Status
>;
export type Action = keyof typeof lanes;
export const actions = Object.keys(lanes) as readonly Action[];

export interface Queue extends Page<QueueItem> {
  readonly counts: Readonly<Record<Status, number>>;
}

export interface ModerationParts {
  readonly comments: CommentStore;
  readonly perPage: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type Moderation = ReturnType<typeof createModeration>;

/** The moderator's verbs. */
export function createModeration({ comments, perPage, now }: ModerationParts) {
  /** A lane, newest first, with the size of every lane. `before` is the id a former page ended with. */
  async function queue(status: Status, before: string | null): Promise<Queue> {
    const page = await comments.lane(status, { before, limit: perPage });
    return { ...page, counts: await comments.countByStatus() };
  }

  /** Carries the decision out for all ids; returns how many comments it moved (the others were there already). */
  const decide = (action: Action, ids: readonly string[]): Promise<number> => comments.move(ids, lanes[action], now());

  const waiting = async (): Promise<number> => (await comments.countByStatus()).pending;

  return { queue, decide, waiting };
}
