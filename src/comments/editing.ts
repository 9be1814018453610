import type { Comment } from './comment.ts';
import type { DecisionLogParts } from './decision-log.ts';
import type { Stores } from './store.ts';

/** A comment's words, and since when, and by whom, they are other ones than it was posted with. */
export type Text = Pick<Comment, 'body' | 'html' | 'markupVersion' | 'editedAt' | 'editedByAuthor'>;

/** One change of a comment's text. Moderators alone see what it replaced. */
export interface Edit {
  readonly commentId: string;
  /** The act in the log that it is part of. */
  readonly batch: string;
  /** Who changed it: a moderator, or `itsAuthor`. */
  readonly moderatorId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** What it replaced. */
  readonly before: Text;
  /** What `editedAt` said from then on: texts are told apart by it, for no two edits are of one moment. */
  readonly editedAfter: number | null;
}

/** What a comment is filed by beside its lane, where its words are others. */
export type Refiling = Pick<Comment, 'fingerprint' | 'cluster' | 'spamScore' | 'rule' | 'reason'>;

/** What the core asks of storage to change texts and to keep those before. */
export interface EditStore {
  /** Gives the comment that text. */
  replace(commentId: string, text: Text): Promise<void>;
  /** Files it by what its new words are. */
  refile(commentId: string, refiling: Refiling): Promise<void>;
  add(edit: Edit): Promise<void>;
  ofBatch(batch: string): Promise<readonly Edit[]>;
  /** Of these comments those whose author has changed the text they have after `since` (epoch milliseconds). */
  changedByAuthors(ids: readonly string[], since: number): Promise<ReadonlySet<string>>;
  /** Oldest first. */
  of(commentId: string): Promise<readonly Edit[]>;
}

/** Gives a comment another text and keeps the one it had, as part of an act. */
export async function changeText(
  stores: Stores,
  comment: Comment,
  text: Text,
  { forget, batch, moderatorId, at }: Pick<Edit, 'batch' | 'moderatorId' | 'at'> & Pick<DecisionLogParts, 'forget'>,
): Promise<void> {
  await forget?.(stores, [comment.id]);
  const { body, html, markupVersion, editedAt, editedByAuthor } = comment;
  const before = { body, html, markupVersion, editedAt, editedByAuthor };
  await stores.edits.add({ commentId: comment.id, batch, moderatorId, at, before, editedAfter: text.editedAt });
  await stores.edits.replace(comment.id, text);
}
