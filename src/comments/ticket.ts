import type { Captcha, CaptchaForm } from '../captcha/captcha.ts';
import type { ChallengeStore, Verdict } from '../captcha/challenge.ts';
import type { Comment, Draft } from './comment.ts';
import type { CommentStore } from './store.ts';
import type { Thread } from './thread.ts';
import type { Visitor } from './visitor.ts';

/** The permission to post, and the answer typed for it; both as they came, unchecked. */
export interface Ticket {
  readonly id: unknown;
  readonly response: unknown;
  /** Asks for a moderator instead of answering; the challenge is spent all the same. */
  readonly unable: boolean;
}

/** A double click is no second comment: the same ticket with the same text leads to what is stored already. */
export async function alreadyStored(
  comments: CommentStore,
  thread: Thread,
  draft: Draft,
  visitor: Visitor,
  ticket: Ticket,
): Promise<Comment | undefined> {
  const stored = typeof ticket.id === 'string' ? await comments.bySubmission(ticket.id) : undefined;
  const same = stored?.visitor === visitor.id && stored.threadKey === thread.key && stored.body === draft.body;
  return same ? stored : undefined;
}

/** A challenge given back unanswered is as good as an answered one: what it lets in is held. */
export async function excused(
  captcha: Captcha,
  form: CaptchaForm & { readonly id: unknown },
  store: ChallengeStore,
): Promise<Verdict> {
  const challenge = await captcha.forgo(form, store);
  return challenge ? { outcome: 'passed', challenge } : { outcome: 'unknown' };
}
