import type { ChallengeStore } from '../captcha/challenge.ts';
import type { Comment, Status } from './comment.ts';
import type { DecisionStore } from './decision.ts';
import type { EditStore } from './editing.ts';
import type { ErasureStore } from './erasing.ts';
import type { ErasureRequestStore } from './erasure-request.ts';
import type { ExplanationStore } from './explanation.ts';
import type { FollowerStore } from './follower.ts';
import type { InvitationStore } from './invitation.ts';
import type { LearningStore } from './learning/learning.ts';
import type { LikeStore } from './liking.ts';
import type { ListStore } from './lists.ts';
import type { MailLinkStore } from './mail-link.ts';
import type { ModeratorStore, SecondFactorStore } from './moderator.ts';
import type { OutboxStore } from './outbox.ts';
import type { BranchPage, ConversationPage, PageWanted } from './paging.ts';
import type { QueueStore, SketchStore } from './queue.ts';
import type { ReceiptStore } from './receipt.ts';
import type { SettingStore } from './setting.ts';
import type { SignedInVisitStore } from './signed-in-visit.ts';
import type { Thread, ThreadStore } from './thread.ts';
import type { Visitor } from './visitor.ts';

/** What screening may know about the visitor who is asking. */
export interface History {
  /** Comments of this session, or of this remembered author, that a moderator approved. */
  readonly approved: number;
  /** Those that a moderator marked as spam. */
  readonly spam: number;
}

/** What tells a second sending of the same words from a second comment. */
export type Twin = Pick<Comment, 'visitor' | 'threadKey' | 'parentId' | 'body'>;

/** Where a comment stands, and when a moderator decided so (epoch milliseconds, null: none did). */
export interface Standing {
  readonly id: string;
  readonly status: Status;
  readonly decidedAt: number | null;
  /** Name of the rule that held it when it came; null where none did. */
  readonly rule: string | null;
}

/** What the core asks of storage. Every method is one statement unless it says otherwise. */
export interface CommentStore {
  /** Stores the comment, and its thread if this is the first one (url and title are kept current). */
  add(comment: Comment, thread: Thread): Promise<void>;
  byId(id: string): Promise<Comment | undefined>;
  /** The comment a challenge admitted, if it has admitted one. */
  bySubmission(submissionId: string): Promise<Comment | undefined>;
  /** `except`: id of a comment that is to speak for nobody. */
  historyOf(visitor: Pick<Visitor, 'id' | 'author'>, except?: string): Promise<History>;
  /** The visitor's comment with the same words in the same place, if there is one that was not decided against. */
  twinOf(comment: Twin): Promise<Comment | undefined>;
  /** Whether a comment with this fingerprint is known from another address. */
  isRepeated(fingerprint: string, address: string): Promise<boolean>;
  /**
   * A page of the approved conversation: `limit` roots, and the first approved replies in their branches. One statement,
   * and for pages that do not begin with the first root one more.
   */
  approvedIn(threadKey: string, page: PageWanted): Promise<ConversationPage>;
  /** Approved replies of a branch from one on, or, with null, from the first; two statements. */
  repliesIn(rootId: string, page: { readonly from: string | null; readonly limit: number }): Promise<BranchPage>;
  /** Id of the reply that starts the page on which the reply `id` is shown; null: it stands with the root. */
  replyStartOf(rootId: string, id: string, limit: number): Promise<string | null>;
  /** Those of them that are approved, in no order. */
  approvedAmong(ids: readonly string[]): Promise<readonly Comment[]>;
  /** Approved comments that anybody can see, of one thread or, with null, of all; the newest first, erased ones left out. */
  newest(threadKey: string | null, limit: number): Promise<readonly Comment[]>;
  /** Id of the root that starts the page on which `rootId` is shown, oldest first, when pages are cut from the first on. */
  pageStartOf(threadKey: string, rootId: string, limit: number): Promise<string | null>;
  /**
   * The visitor's own comments of this thread that wait for a moderator, oldest first; those filed as spam by a rule
   * too: nobody has decided on them.
   */
  waitingFor(threadKey: string, visitor: string): Promise<readonly Comment[]>;
  /** Approved comments per thread key; keys without any are absent. */
  countApproved(): Promise<ReadonlyMap<string, number>>;
  countApprovedIn(threadKey: string): Promise<number>;
  /** Keys of the threads they belong to, by id. */
  threadKeysOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Who may do what, and where they are signed in. */
export interface PeopleStores {
  /** Inside a transaction: until its end nobody else changes any of it. */
  alone(): Promise<void>;
  readonly moderators: ModeratorStore;
  readonly visits: SignedInVisitStore;
  readonly invitations: InvitationStore;
  readonly secondFactors: SecondFactorStore;
}

/** The stores that one transaction spans: a challenge is taken and its comment stored together or not at all. */
export interface Stores {
  readonly decisions: DecisionStore;
  readonly comments: CommentStore;
  readonly queue: QueueStore;
  readonly sketches: SketchStore;
  readonly edits: EditStore;
  readonly erasures: ErasureStore;
  readonly likes: LikeStore;
  readonly challenges: ChallengeStore;
  readonly lists: ListStore;
  readonly settings: SettingStore;
  readonly threads: ThreadStore;
  readonly people: PeopleStores;
  readonly learning: LearningStore;
  readonly outbox: OutboxStore;
  readonly followers: FollowerStore;
  readonly mailLinks: MailLinkStore;
  readonly receipts: ReceiptStore;
  readonly explanations: ExplanationStore;
  readonly erasureRequests: ErasureRequestStore;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export type Transaction = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
