import type { Comment, Status } from './comment.ts';
import type { Follower } from './follower.ts';
import type { Moderator } from './moderator.ts';
import type { Channel, NewEntry, Occasion } from './outbox.ts';

/** How often a moderator hears of comments that wait. */
export const cadences = ['never', 'each', 'hourly', 'daily'] as const;
export type Cadence = (typeof cadences)[number];

/** What notifications can go by; nothing is written where there is none. */
export type Transports = readonly Exclude<Channel, 'spread'>[];

/** What happened: where a comment stands now, and how long it may still be taken back (milliseconds). */
export interface News extends Pick<Comment, 'id' | 'threadKey'> {
  readonly status: Status;
  readonly graceMs: number;
}

/** A moderator who approves by mistake has so long to undo it before anybody is told. */
export const graceMs = 60_000;

export interface Stamp {
  readonly now: number;
  readonly newId: () => string;
}

/** What is written beside its cause: one entry for those who get mail, however many they are, and one for the webhook. */
export function newsEntries(news: News, transports: Transports, { now, newId }: Stamp): readonly NewEntry[] {
  const occasion = occasionOf(news.status);
  if (occasion === null) return [];
  const entry = { occasion, about: news.id, recipient: null, createdAt: now };
  return transports.map((transport) =>
    transport === 'email'
      ? { ...entry, id: newId(), channel: 'spread', lane: null, dueAt: now + news.graceMs }
      : { ...entry, id: newId(), channel: transport, lane: news.threadKey, dueAt: now },
  );
}

/** Nobody is told of spam and trash. */
function occasionOf(status: Status): Occasion | null {
  return status === 'pending' ? 'held' : status === 'approved' ? 'approved' : null;
}

/** A held comment is for moderators alone: for each at once, or with others in the digest of their hour or day. */
export function heldEntries(comment: Pick<Comment, 'id'>, moderators: readonly Moderator[], stamp: Stamp) {
  return moderators
    .filter(({ disabledAt, mail }) => disabledAt === null && mail !== 'never')
    .map(({ id, mail }): NewEntry => {
      const dueAt = digestAt(mail, stamp.now);
      const what: Pick<NewEntry, 'occasion' | 'about'> =
        mail === 'each' ? { occasion: 'held', about: comment.id } : { occasion: 'digest', about: String(dueAt) };
      return toMail(what, id, dueAt, stamp);
    });
}

/** The next full hour or midnight (UTC). */
function digestAt(cadence: Cadence, now: number): number {
  const length = { never: 0, each: 0, hourly: 3_600_000, daily: 24 * 3_600_000 }[cadence];
  return length === 0 ? now : now - (now % length) + length;
}

/**
 * An approved comment is for its author, for whom it answers, and for those who follow the thread: each address once
 * (`told` are those who heard already, and grows), and not for the one who wrote it, but for the word that it is approved.
 * What no rule held was published before the eyes of its author, who need not be told.
 */
export function approvedEntries(
  comment: Pick<Comment, 'id' | 'parentId' | 'author' | 'rule'>,
  followers: readonly Follower[],
  told: Set<string>,
  stamp: Stamp,
): readonly NewEntry[] {
  const writer = comment.author.email?.toLowerCase();
  const heard = (['approved', 'reply', 'follow'] as const).flatMap((occasion) =>
    followers.filter((each) => reasonOf(each, comment) === occasion).map((follower) => ({ occasion, follower })),
  );
  return heard.flatMap(({ occasion, follower }) => {
    if (occasion === 'approved' && comment.rule === null) return [];
    if (told.has(follower.email) || (occasion !== 'approved' && follower.email === writer)) return [];
    told.add(follower.email);
    return toMail({ occasion, about: comment.id }, follower.id, stamp.now, stamp);
  });
}

function reasonOf({ commentId }: Follower, comment: Pick<Comment, 'id' | 'parentId'>): Occasion {
  if (commentId === null) return 'follow';
  return commentId === comment.id ? 'approved' : 'reply';
}

/** A mail to one recipient. */
export function toMail(
  what: Pick<NewEntry, 'occasion' | 'about'>,
  recipient: string,
  dueAt: number,
  { now, newId }: Stamp,
): NewEntry {
  return { ...what, id: newId(), channel: 'email', recipient, lane: null, dueAt, createdAt: now };
}
