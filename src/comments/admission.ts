import type { Captcha, Challenge, ChallengeStore, Verdict as TicketVerdict } from '../captcha/challenge.ts';
import type { Breaker } from './breaker.ts';
import type { Draft } from './comment.ts';
import type { Evidence } from './evidence.ts';
import type { Flood } from './flood.ts';
import { purposeOf } from './issuing.ts';
import { type Policy, type Submission, screen, type Verdict } from './screening.ts';
import type { Tally } from './tally.ts';
import { excused, type Ticket } from './ticket.ts';
import type { Visitor } from './visitor.ts';

export interface AdmissionParts {
  readonly captcha: Captcha;
  readonly policy: Policy;
  readonly flood: Flood;
  readonly breaker: Breaker;
  readonly tally: Pick<Tally, 'count'>;
}

/** Who sends what, as far as tickets go. */
export interface Sender {
  readonly visitor: Visitor;
  readonly threadKey: string;
  readonly ticket: Ticket;
  /** Whether a moderator has approved a comment of this author. */
  readonly proven: boolean;
}

type Known = Pick<Sender, 'visitor' | 'proven'>;

/** A ticket that lets a comment in, or why it does not. */
export type Taken =
  | { readonly outcome: 'taken'; readonly challenge: Challenge; readonly hurried: boolean }
  | { readonly outcome: 'refused'; readonly verdict: Exclude<TicketVerdict, { readonly outcome: 'passed' }> };

/** What screening is told. */
export interface Facts extends Evidence {
  readonly draft: Draft;
  readonly html: string;
  readonly language: string | null;
  readonly hurried: boolean;
}

/** Whether a comment gets in, and how far: every layer of the guard that counts something meets here. */
export function createAdmission({ captcha, policy, flood, breaker, tally }: AdmissionParts) {
  /** Spends the ticket, whatever comes out, and counts the answer. */
  async function take(sender: Sender, challenges: ChallengeStore): Promise<Taken> {
    const { ticket, visitor } = sender;
    const form = { id: ticket.id, session: visitor.id, purpose: purposeOf(sender.threadKey) };
    const needsNoAnswer = ticket.unable || sender.proven;
    const verdict = needsNoAnswer
      ? await excused(captcha, form, challenges)
      : await captcha.check({ ...form, response: ticket.response }, challenges);
    if (needsNoAnswer && verdict.outcome === 'passed') tally.count('excused');
    else await countAnswer(verdict, visitor);
    if (verdict.outcome === 'passed') return { outcome: 'taken', challenge: verdict.challenge, hurried: false };
    if (verdict.outcome === 'too-fast' && verdict.challenge.hurried)
      return { outcome: 'taken', challenge: verdict.challenge, hurried: true };
    return { outcome: 'refused', verdict };
  }

  async function countAnswer({ outcome }: TicketVerdict, visitor: Visitor): Promise<void> {
    tally.count(outcome);
    if (outcome === 'passed' || outcome === 'too-fast') await breaker.right();
    if (outcome !== 'wrong') return;
    tally.count('network', visitor.network);
    await flood.wrong(visitor);
    await breaker.wrong();
  }

  /**
   * Screens the comment and spends what it takes: a publication, or a place in the queue.
   * @throws CommentsError `too-many` when the queue has no place left for it.
   */
  async function judge(sender: Sender, facts: Facts): Promise<Verdict> {
    const unable = sender.ticket.unable && !sender.proven;
    const verdict = await spend(sender, await screened(sender, { ...facts, unable }));
    if (verdict.action === 'publish') tally.count('published');
    return verdict;
  }

  /**
   * The same for a comment that its author has changed. What `waits` has its place in the queue, and takes no other.
   * @throws CommentsError `too-many` as above.
   */
  async function rejudge(author: Known, facts: Facts, waits: boolean): Promise<Verdict> {
    const verdict = await screened(author, { ...facts, unable: false });
    return waits ? verdict : spend(author, verdict);
  }

  async function screened({ visitor, proven }: Known, facts: Facts & Pick<Submission, 'unable'>): Promise<Verdict> {
    const guessing = !proven && (await flood.isGuessing(visitor));
    const attacked = !proven && (await breaker.state()).open;
    return screen({ ...facts, proven, guessing, attacked }, policy);
  }

  async function spend({ visitor, proven }: Known, screened: Verdict): Promise<Verdict> {
    // An author who is known is counted by every comment, a stranger by those that nothing else holds.
    const counts = proven || screened.action === 'publish';
    const over = counts ? await flood.publish(visitor, proven) : null;
    const verdict: Verdict =
      screened.action === 'publish' && over !== null ? { action: 'hold', rule: 'flood', reason: over } : screened;
    const waits = verdict.action !== 'publish';
    if (waits && (!proven || over !== null)) await flood.hold(visitor);
    if (verdict.action !== 'publish') tally.count('held', verdict.rule);
    return verdict;
  }

  return { take, judge, rejudge };
}
