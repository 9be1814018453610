import type { Evidence } from './evidence.ts';
import { markupVersion } from './markup.ts';
import { keptReason } from './reason.ts';
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
  /** Whether the author wants to hear by e-mail of the approval and of answers. */
  readonly follow?: boolean;
}

export interface Comment {
  /** UUIDv7: sorts by time of writing. */
  readonly id: string;
  readonly threadKey: string;
  readonly parentId: string | null;
  /** The first comment of this branch; its own id for a comment on the article itself. */
  readonly rootId: string;
  readonly status: Status;
  /** Why screening held it, or filed it as spam, as reason.ts keeps and says it; null when it was published at once. */
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
  /** Name of the rule that held it; null where none did. */
  readonly rule: string | null;
  /** Keyed hash of the network it came from, for 30 days; null from then on. */
  readonly network: string | null;
  /** BCP 47 tag of the page it was written on; null where it is the site's. */
  readonly language: string | null;
  /** Id of the first of those that say nearly the same; its own where none does. */
  readonly cluster: string;
  /** From 0 to 1, as the learning filter saw it; null where it had not learned enough. */
  readonly spamScore: number | null;
  /** The moderator who wrote it; null for a visitor. */
  readonly moderatorId: string | null;
  /** When a moderator last put it where it stands, in epoch milliseconds; null: none did. */
  readonly decidedAt: number | null;
  /** When its text was last changed, in epoch milliseconds; null: never. */
  readonly editedAt: number | null;
  /** Whether its author did so; else a moderator did. */
  readonly editedByAuthor: boolean;
  /** Since when nothing of it is left but its place in the conversation; null: it is all there. */
  readonly erasedAt: number | null;
  /** Keyed hash of what the author's device was asked to remember; null where it was not asked. */
  readonly authorKey: string | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** From the first sight of the form to the post; null where nobody knows. */
  readonly thinkSeconds: number | null;
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
  readonly language: string | null;
  readonly evidence: Evidence;
  readonly thinkSeconds: number | null;
  readonly now: number;
}

/** The lane that a verdict leads to. */
export const statusAfter = { publish: 'approved', hold: 'pending', spam: 'spam' } as const satisfies Record<
  Verdict['action'],
  Status
>;

/** Draft and verdict to the comment that is stored. */
export function fromDraft(draft: Draft, filing: Filing): Comment {
  const { verdict, visitor, evidence } = filing;
  return {
    id: filing.id,
    threadKey: filing.threadKey,
    parentId: filing.parent?.id ?? null,
    rootId: filing.parent?.rootId ?? filing.id,
    status: statusAfter[verdict.action],
    reason: verdict.action === 'publish' ? null : keptReason(verdict.reason),
    rule: verdict.action === 'publish' ? null : verdict.rule,
    author: draft.author,
    body: draft.body,
    html: filing.html,
    markupVersion,
    submissionId: filing.submissionId,
    visitor: visitor.id,
    address: visitor.address,
    network: visitor.network,
    language: filing.language,
    fingerprint: evidence.fingerprint,
    cluster: evidence.cluster ?? filing.id,
    spamScore: evidence.learned?.score ?? null,
    authorKey: visitor.author,
    moderatorId: null,
    decidedAt: null,
    editedAt: null,
    editedByAuthor: false,
    erasedAt: null,
    createdAt: filing.now,
    thinkSeconds: filing.thinkSeconds,
  };
}
