import type { MessageKey } from '../messages/message.ts';
import type { Draft } from './comment.ts';
import type { Evidence } from './evidence.ts';
import type { Reason } from './reason.ts';

/** A draft with what is known about who sends it, from where, and what the site has seen before. */
export interface Submission extends Evidence {
  readonly draft: Draft;
  /** The body as readers would see it. */
  readonly html: string;
  /** BCP 47 tag of the page, or null where it is the site's. */
  readonly language: string | null;
  /** Whether a moderator has approved a comment of this author, who is known by session or device. */
  readonly proven: boolean;
  /** Whether the author asked for a moderator instead of doing the sum. */
  readonly unable: boolean;
  /** Whether it came faster than a person writes, for the second time. */
  readonly hurried: boolean;
  /** Whether many wrong answers came from the same address or network. */
  readonly guessing: boolean;
  /** Whether wrong answers come from everywhere. */
  readonly attacked: boolean;
}

/** What is to become of a submission; the reason is for the moderator who will read it. */
export type Verdict =
  | { readonly action: 'publish' }
  | { readonly action: 'hold' | 'spam'; readonly rule: string; readonly reason: Grounds };

/** One check: why a moderator should look at the submission, or need not; null when it has nothing against it. */
export type Rule = (submission: Submission) => Objection | null;
export type Objection = Grounds | { readonly spam: Grounds };
/** A reason, or the name of one that needs no values. */
export type Grounds = MessageKey | Reason;

/** Rules by name, in the order in which they are asked. */
export type Policy = Readonly<Record<string, Rule>>;

/** Asks each rule in turn; the first objection decides, and without one the comment is published. */
export function screen(submission: Submission, policy: Policy): Verdict {
  for (const [rule, asked] of Object.entries(policy)) {
    const objection = asked(submission);
    if (objection === null) continue;
    if (typeof objection === 'object' && 'spam' in objection) return { action: 'spam', rule, reason: objection.spam };
    return { action: 'hold', rule, reason: objection };
  }
  return { action: 'publish' };
}
