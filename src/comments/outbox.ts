/** Where an entry goes: to be spread to those who should hear of it, or to one of them. */
export const channels = ['spread', 'email', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** What there is to tell. */
export const occasions = ['held', 'approved', 'reply', 'follow', 'digest', 'confirm', 'receipt'] as const;
export type Occasion = (typeof occasions)[number];

/** A notification that waits. It holds ids and nobody's words: what it says is looked up when it is sent. */
export interface NewEntry {
  /** UUIDv7. */
  readonly id: string;
  readonly channel: Channel;
  readonly occasion: Occasion;
  /** Id of the comment; of the follower who is to confirm; of a digest, when it is due. */
  readonly about: string;
  /** Id of the moderator or the follower who is told; for a private link, of its sending; null where the channel says who. */
  readonly recipient: string | null;
  /** Entries of one lane go out one after another; null: in any order. */
  readonly lane: string | null;
  /** Epoch milliseconds, as is the next one. */
  readonly dueAt: number;
  readonly createdAt: number;
}

export interface Entry extends NewEntry {
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** When it was given up; null: it was not. */
  readonly failedAt: number | null;
  /** Why it did not go out the last time. */
  readonly error: string | null;
}

/** For so long entries are one worker's own. Once it is over, whoever was late can no longer say what became of them. */
export interface Lease {
  readonly token: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

/** What the core asks of storage. Times are epoch milliseconds. */
export interface OutboxStore {
  /** Nobody is told the same twice: what is in there already, sent or not, is passed over. */
  add(entries: readonly NewEntry[]): Promise<void>;
  /** Nothing that waits to be told of a comment is told. */
  withdraw(about: string): Promise<void>;
  /** What was told on this occasion may be told once more. */
  forget(about: string, occasion: Occasion): Promise<void>;
  /** Leases entries that are due, the oldest first; of each lane only the first that has not gone out. */
  claim(channel: Channel, lease: Lease): Promise<readonly Entry[]>;
  /** It went out. */
  settle(id: string, lease: Lease, at: number): Promise<void>;
  /** There was nothing to tell any more; the same may be said later. */
  forgo(id: string, lease: Lease): Promise<void>;
  /** It did not go out: once more at `dueAt`, or with null never, unless a moderator says so. */
  postpone(id: string, lease: Lease, failure: Failure): Promise<void>;
  /** Those that were given up, the newest first. */
  failed(limit: number): Promise<readonly Entry[]>;
  /** Tries one that was given up again, from the beginning; false when there is none such. */
  retry(id: string, now: number): Promise<boolean>;
  /** Forgets one that was given up; false when there is none such. */
  discard(id: string): Promise<boolean>;
}

export interface Failure {
  readonly at: number;
  readonly dueAt: number | null;
  readonly error: string;
}

const minuteMs = 60_000;
const longestMs = 6 * 3_600_000;
/** With the waits between them they take a day and a half: a mail server may be away over a night. */
const mostAttempts = 16;

/** Milliseconds to wait after so many attempts: half a minute, doubled each time, six hours at most; null: give up. */
export function waitAfter(attempts: number): number | null {
  return attempts >= mostAttempts ? null : Math.min(longestMs, (minuteMs / 2) * 2 ** (attempts - 1));
}
