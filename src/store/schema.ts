import type {
  BranchRow,
  ClusterRow,
  CommentRow,
  CountRow,
  LikeCountRow,
  LikeRow,
  SketchRow,
  ThreadRow,
} from './rows/comments.ts';
import type { LearnedCommentRow, LearnedTokenRow, LearningRow } from './rows/learning.ts';
import type { DecisionRow, EditRow, ListEntryRow, SettingRow } from './rows/moderation.ts';
import type { FollowerRow, MailLinkRow, OutboxRow, RefusedAddressRow } from './rows/notices.ts';
import type { InvitationRow, ModeratorRow, RecoveryCodeRow, SetupLinkRow, SignInRow } from './rows/people.ts';
import type { ErasureRequestRow, ExplanationRow, ReceiptRow } from './rows/receipts.ts';
import type { BudgetRow, ChallengeRow, SessionRow, TallyRow } from './rows/visits.ts';

/** Every table, as both engines hold it. Times are epoch milliseconds. */
export interface Schema {
  threads: ThreadRow;
  comments: CommentRow;
  counts: CountRow;
  branches: BranchRow;
  clusters: ClusterRow;
  sketches: SketchRow;
  likes: LikeRow;
  like_counts: LikeCountRow;
  challenges: ChallengeRow;
  moderators: ModeratorRow;
  list_entries: ListEntryRow;
  settings: SettingRow;
  learning: LearningRow;
  learned_comments: LearnedCommentRow;
  learned_tokens: LearnedTokenRow;
  edits: EditRow;
  setup_links: SetupLinkRow;
  sign_ins: SignInRow;
  invitations: InvitationRow;
  recovery_codes: RecoveryCodeRow;
  decisions: DecisionRow;
  outbox: OutboxRow;
  followers: FollowerRow;
  refused_addresses: RefusedAddressRow;
  mail_links: MailLinkRow;
  receipts: ReceiptRow;
  explanations: ExplanationRow;
  erasure_requests: ErasureRequestRow;
  sessions: SessionRow;
  budgets: BudgetRow;
  tally: TallyRow;
  /** What has run. */
  migrations: { readonly name: string };
}

export type {
  ChallengeRow,
  CommentRow,
  DecisionRow,
  FollowerRow,
  InvitationRow,
  ListEntryRow,
  MailLinkRow,
  ModeratorRow,
  OutboxRow,
  SignInRow,
};
