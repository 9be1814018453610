import type { Store as SessionStore } from 'express-session';
import type { ChallengeStore } from '../captcha/challenge.ts';
import type { OpenBudget } from '../comments/budget.ts';
import type { DecisionStore } from '../comments/decision.ts';
import type { EditStore } from '../comments/editing.ts';
import type { ErasureStore } from '../comments/erasing.ts';
import type { ErasureRequestStore } from '../comments/erasure-request.ts';
import type { ExplanationStore } from '../comments/explanation.ts';
import type { FollowerStore } from '../comments/follower.ts';
import type { LearningStore } from '../comments/learning/learning.ts';
import type { LikeStore } from '../comments/liking.ts';
import type { ListStore } from '../comments/lists.ts';
import type { MailLinkStore } from '../comments/mail-link.ts';
import type { OutboxStore } from '../comments/outbox.ts';
import type { QueueStore } from '../comments/queue.ts';
import type { ReceiptStore } from '../comments/receipt.ts';
import type { SettingStore } from '../comments/setting.ts';
import type { StatisticsStore } from '../comments/statistics.ts';
import type { CommentStore, PeopleStores, Transaction } from '../comments/store.ts';
import type { TallyStore } from '../comments/tally.ts';
import type { ThreadStore } from '../comments/thread.ts';
import type { WaitingStore } from '../comments/waiting.ts';

/** Everything that is kept, whichever engine keeps it. */
export interface Store {
  /** For reads and single statements. */
  readonly comments: CommentStore;
  /** For reading the queue; it is changed in transactions. */
  readonly queue: QueueStore;
  /** Issuing and looking, at ease: a challenge may be lost at power loss, so issuing one never waits for the disk. */
  readonly challenges: ChallengeStore;
  /** Durable: once it resolves, what was written survives power loss. */
  readonly transaction: Transaction;
  /** For reading the log; it is written in transactions. */
  readonly decisions: DecisionStore;
  /** For reading; what is listed, set or closed is written in transactions. */
  readonly lists: ListStore;
  readonly settings: SettingStore;
  readonly threads: ThreadStore;
  readonly people: PeopleStores;
  /** For reading what was learned; it is taught in transactions. */
  readonly learning: LearningStore;
  /** For reading what was replaced; it is written in transactions. */
  readonly edits: EditStore;
  /** For looking at what would be erased; it is done in transactions. */
  readonly erasures: ErasureStore;
  /** For reading; likes are counted in transactions. */
  readonly likes: LikeStore;
  /** To be sent, and given up; entries are added in transactions. */
  readonly outbox: OutboxStore;
  readonly followers: FollowerStore;
  readonly mailLinks: MailLinkStore;
  /** For reading; they are issued in transactions. */
  readonly receipts: ReceiptStore;
  readonly explanations: ExplanationStore;
  readonly erasureRequests: ErasureRequestStore;
  readonly sessions: SessionStore;
  readonly openBudget: OpenBudget;
  readonly tally: TallyStore;
  readonly waiting: WaitingStore;
  readonly statistics: StatisticsStore;
  /** Resolves when the database answers and is migrated; rejects otherwise. */
  check(): Promise<void>;
  /** Whether an error means "the database cannot be reached or written just now" rather than a bug. */
  isUnavailable(error: unknown): boolean;
  /** Removes what has expired: challenges, sessions, setup links. `now` in epoch milliseconds. */
  sweep(now: number): Promise<void>;
  /**
   * Clears what was erased out of the files, as far as the database can. While somebody is in the way the log says so, and
   * the next sweep tries again.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
