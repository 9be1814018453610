import type { Draft } from './comment.ts';
import type { History } from './store.ts';

/** A draft with what is known about who sends it. */
export interface Submission {
  readonly draft: Draft;
  /** The body as readers would see it. */
  readonly html: string;
  readonly history: History;
  /** Whether the author asked for a moderator instead of doing the sum. */
  readonly unable: boolean;
}

/** What is to become of a submission; the reason is for the moderator who will read it. */
export type Verdict = { readonly action: 'publish' } | { readonly action: 'hold'; readonly reason: string };

/** One check: a verdict when it objects, null when it has nothing against the submission. */
export type Rule = (submission: Submission) => Verdict | null;

/** Asks each rule in turn; the first objection decides, and without one the comment is published. */
export function screen(submission: Submission, rules: readonly Rule[]): Verdict {
  for (const rule of rules) {
    const verdict = rule(submission);
    if (verdict) return verdict;
  }
  return { action: 'publish' };
}
