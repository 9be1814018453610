import type { ClusterRow, CommentRow, CountRow, SketchRow, ThreadRow } from './rows/comments.ts';
import type { DecisionRow, ListEntryRow, ModeratorRow, SettingRow, SetupLinkRow } from './rows/moderation.ts';
import type { BudgetRow, ChallengeRow, SessionRow, TallyRow } from './rows/visits.ts';

/** Every table, as both engines hold it. Times are epoch milliseconds. */
export interface Schema {
  threads: ThreadRow;
  comments: CommentRow;
  counts: CountRow;
  clusters: ClusterRow;
  sketches: SketchRow;
  challenges: ChallengeRow;
  moderators: ModeratorRow;
  decisions: DecisionRow;
  list_entries: ListEntryRow;
  settings: SettingRow;
  setup_links: SetupLinkRow;
  sessions: SessionRow;
  budgets: BudgetRow;
  tally: TallyRow;
  /** What has run. */
  migrations: { readonly name: string };
}

export type { ChallengeRow, CommentRow, DecisionRow, ListEntryRow, ModeratorRow };
