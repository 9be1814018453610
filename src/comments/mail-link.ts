import type { Action } from './moderation.ts';

/** A link in a moderator's mail that decides on one comment, once. */
export interface MailLink {
  /** SHA-256 of its token. */
  readonly hash: string;
  readonly commentId: string;
  readonly action: Extract<Action, 'approve' | 'spam'>;
  readonly moderatorId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface MailLinkStore {
  /** Passed over where the link is known: one that was used stays used, however often its mail is sent. */
  offer(links: readonly MailLink[]): Promise<void>;
  /** The one that is good at `now`. */
  byHash(hash: string, now: number): Promise<MailLink | undefined>;
  /** Uses it up; undefined when it is unknown, used or expired. */
  use(hash: string, now: number): Promise<MailLink | undefined>;
}
