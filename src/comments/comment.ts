import { markupVersion } from './markup.ts';
import type { Verdict } from './screening.ts';
import type { Visitor } from './visitor.ts';

/** Where a comment stands. One union, never flags: a comment is in exactly one lane. */
export const statuses = ['pending', 'approved', 'spam', 'trash'] as const;
export type Status = (typeof statuses)[number];

/** Who wrote it, as typed. Nothing here is proven: a typed e-mail address gives no rights. */
export interface Author {
  readonly name: string;
  /** Never published. */
  readonly email: string | null;
  /** An absolute http or https address. */
  readonly website: string | null;
}

/** What a visitor wants to say, its fields checked, not yet screened. */
export interface Draft {
  /** As typed, line endings folded to LF: 2 to 10,000 characters. */
  readonly body: string;
  readonly author: Author;
  /** The comment it answers, or null for a comment on the article itself. */
  readonly parentId: string | null;
  /** What stood in the field that nobody sees; empty unless a program, or a password manager, filled it. */
  readonly honeypot: string;
}

export interface Comment {
  /** UUIDv7: sorts by time of writing. */
  readonly id: string;
  readonly threadKey: string;
  readonly parentId: string | null;
  /** The first comment of this branch; its own id for a comment on the article itself. */
  readonly rootId: string;
  readonly status: Status;
  /** Why screening held it, in words for a moderator; null when it was published at once. */
  readonly reason: string | null;
  readonly author: Author;
  /** As typed. */
  readonly body: string;
  /** Safe HTML, made once when written. */
  readonly html: string;
  /** Version of the markup policy that made `html`, so that a stricter one can find older rows. */
  readonly markupVersion: number;
  /** Id of the challenge that admitted it: unique, so one challenge can never store two comments. */
  readonly submissionId: string;
  /** Keyed hash of the visitor's session: shows a waiting comment to its author alone. */
  readonly visitor: string;
  /** Keyed hash of where it came from, for as long as repetitions are looked for; null from then on. */
  readonly address: string | null;
  /** Of its words, to find the same text from elsewhere; null where it is too short to tell. */
  readonly fingerprint: string | null;
  /** Keyed hash of what the author's device was asked to remember; null where it was not asked. */
  readonly authorKey: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** What a comment gets from screening and from the moment it is stored, beside what its author typed. */
export interface Filing {
  readonly id: string;
  readonly threadKey: string;
  readonly parent: Comment | null;
  /** Safe, made from the draft's body. */
  readonly html: string;
  readonly verdict: Verdict;
  readonly submissionId: string;
  readonly visitor: Visitor;
  readonly fingerprint: string | null;
  readonly now: number;
}

/** Draft and verdict to the comment that is stored. */
export function fromDraft(draft: Draft, filing: Filing): Comment {
  return {
    id: filing.id,
    threadKey: filing.threadKey,
    parentId: filing.parent?.id ?? null,
    rootId: filing.parent?.rootId ?? filing.id,
    status: filing.verdict.action === 'publish' ? 'approved' : 'pending',
    reason: filing.verdict.action === 'hold' ? filing.verdict.reason : null,
    author: draft.author,
    body: draft.body,
    html: filing.html,
    markupVersion,
    submissionId: filing.submissionId,
    visitor: filing.visitor.id,
    address: filing.visitor.address,
    fingerprint: filing.fingerprint,
    authorKey: filing.visitor.author,
    createdAt: filing.now,
  };
}
