import type { Status } from '../comments/comment.ts';

/** Every table, as both engines hold it. Times are epoch milliseconds. */
export interface Schema {
  threads: ThreadRow;
  comments: CommentRow;
  challenges: ChallengeRow;
  moderators: ModeratorRow;
  decisions: DecisionRow;
  setup_links: SetupLinkRow;
  sessions: SessionRow;
  budgets: BudgetRow;
  tally: TallyRow;
  /** What has run. */
  migrations: { readonly name: string };
}

export interface ThreadRow {
  readonly key: string;
  readonly url: string;
  readonly title: string;
}

export interface CommentRow {
  readonly id: string;
  readonly thread_key: string;
  readonly parent_id: string | null;
  readonly root_id: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly author_name: string;
  readonly author_email: string | null;
  readonly author_website: string | null;
  readonly body: string;
  readonly html: string;
  readonly markup_version: number;
  readonly submission_id: string;
  readonly visitor: string;
  readonly created_at: number;
  /** Of the words, to find the same text from elsewhere; null for texts too short to tell. */
  readonly fingerprint: string | null;
  /** Keyed hash, for as long as repetitions are looked for; null from then on. */
  readonly address: string | null;
  /** Keyed hash of what the author's device was asked to remember. */
  readonly author_key: string | null;
  /** When a moderator last decided on it. */
  readonly decided_at: number | null;
}

export interface ChallengeRow {
  readonly id: string;
  readonly session: string;
  readonly purpose: string;
  /** JSON. */
  readonly prompt: string;
  readonly answer: number;
  readonly language: string;
  readonly issued_at: number;
  readonly first_issued_at: number;
  readonly expires_at: number;
  /** 0 or 1: both databases keep it so. */
  readonly hurried: number;
}

export interface ModeratorRow {
  readonly id: string;
  readonly email: string;
  readonly password_hash: string;
  readonly created_at: number;
}

export interface SetupLinkRow {
  /** Always 1: the table holds one link at most. */
  readonly id: number;
  readonly hash: string;
  readonly expires_at: number;
}

export interface SessionRow {
  /** SHA-256 of the session id: who reads the table cannot become anybody. */
  readonly id: string;
  /** JSON. */
  readonly data: string;
  readonly expires_at: number;
  readonly touched_at: number;
}

/** rate-limiter-flexible inserts by position: these three columns, in this order. */
export interface BudgetRow {
  readonly key: string;
  readonly points: number;
  readonly expire: number | null;
}

export interface TallyRow {
  /** Epoch milliseconds of its start. */
  readonly hour: number;
  readonly what: string;
  readonly key: string;
  readonly count: number;
}

export interface DecisionRow {
  readonly number: number;
  readonly batch: string;
  readonly comment_id: string;
  readonly moderator_id: string;
  readonly from_status: Status;
  readonly to_status: Status;
  readonly decided_before: number | null;
  readonly decided_after: number | null;
  readonly undoes: string | null;
  readonly at: number;
  readonly hash: string;
}
