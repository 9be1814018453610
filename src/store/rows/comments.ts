import type { Status } from '../../comments/comment.ts';

export interface ThreadRow {
  readonly key: string;
  readonly url: string;
  readonly title: string;
  /** When a moderator closed it. */
  readonly closed_at: number | null;
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
  /** When one first did, of the decisions that were not undone. */
  readonly first_decided_at: number | null;
  /** Name of the rule that held it, or `hand`. */
  readonly rule: string | null;
  /** Keyed hash, for 30 days. */
  readonly network: string | null;
  /** BCP 47 tag of the page it was written on; null where it is the site's. */
  readonly language: string | null;
  /** Id of the first comment of those that are nearly the same; null from an older version: its own. */
  readonly cluster: string | null;
  /** From 0 to 1, as the learning filter saw it; null where it had not learned enough. */
  readonly spam_score: number | null;
  /** Who wrote it, where a moderator did. */
  readonly moderator_id: string | null;
  readonly edited_at: number | null;
  /** 0 or 1: whether the author, and no moderator, did so. */
  readonly edited_by_author: number;
  /** Since when nothing of it is left but its place. */
  readonly erased_at: number | null;
  /** From the first sight of the form to the post, where it is known. */
  readonly think_seconds: number | null;
}

/** How many approved comments a branch has; none for roots that were never approved, where nothing was below them. */
export interface BranchRow {
  readonly root_id: string;
  readonly thread_key: string;
  readonly comments: number;
}

export interface CountRow {
  readonly thread_key: string;
  readonly status: Status;
  readonly comments: number;
}

export interface ClusterRow {
  readonly cluster: string;
  readonly status: Status;
  readonly comments: number;
  readonly newest_id: string;
}

export interface SketchRow {
  readonly part: string;
  readonly comment_id: string;
}

/** Of a like, who it was, for as long as that is known. */
export interface LikeRow {
  readonly comment_id: string;
  /** Keyed hashes. */
  readonly visitor: string;
  readonly network: string;
  readonly at: number;
}

/** How often a comment is liked, those likes too of which nobody knows any more whose they were. */
export interface LikeCountRow {
  readonly comment_id: string;
  readonly likes: number;
}
