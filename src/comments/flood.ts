import { type Message, type MessageKey, message, type Said } from '../messages/message.ts';
import type { OpenBudget } from './budget.ts';
import { CommentsError } from './error.ts';
import { type Limit, type LimitName, type Limits, type Span, spanOf } from './limits.ts';
import type { Tally } from './tally.ts';
import type { Visitor } from './visitor.ts';

type Spending = readonly [LimitName, string];

/** A limit that was reached. */
interface Reached {
  readonly limit: LimitName;
  readonly retryAfter: number;
}

export interface FloodParts {
  readonly openBudget: OpenBudget;
  readonly limits: Limits;
  readonly tally: Pick<Tally, 'count'>;
}

export type Flood = ReturnType<typeof createFlood>;

/** Who answers wrong, or writes, too much. Nothing is lost by it: a comment waits, or its text and ticket stay good. */
export function createFlood({ openBudget, limits, tally }: FloodParts) {
  const budgets = new Map(
    (Object.keys(limits) as LimitName[]).map((name) => [name, openBudget({ name, ...limits[name] })]),
  );
  const budget = (name: LimitName) => budgets.get(name) as ReturnType<OpenBudget>;

  /** Counts a wrong answer. */
  async function wrong(visitor: Visitor): Promise<void> {
    for (const [name, key] of wrongsOf(visitor)) await budget(name).spend(key);
  }

  /** Whether so many wrong answers came from there that a right one proves nothing. */
  async function isGuessing(visitor: Visitor): Promise<boolean> {
    for (const [name, key] of wrongsOf(visitor)) if ((await budget(name).spent(key)) > limits[name].points) return true;
    return false;
  }

  /** Spends a publication; null, or why this comment has to wait. */
  async function publish(visitor: Visitor, proven: boolean): Promise<Message | null> {
    const reached = await spendAll(proven ? ofAuthor(visitor) : ofStranger(visitor));
    return reached && tooManyReason(reached.limit, limits[reached.limit]);
  }

  /** Spends a place in the queue. @throws CommentsError `too-many`; it names the limit. */
  async function hold(visitor: Visitor): Promise<void> {
    const reached = await spendAll([
      ['held-address', visitor.address],
      ['held-site', 'site'],
    ]);
    if (reached) throw refused(reached, 'reason.queueFull');
  }

  /** Spends a sum; not allowed leaves everything as it was. */
  async function ask(visitor: Visitor, visit: 'new' | 'kept'): Promise<Reached | null> {
    const visits: readonly Spending[] = visit === 'new' ? [['visits-address', visitor.address]] : [];
    return spendAll([...visits, ['sums-visit', visitor.id]]);
  }

  /** Spends one of the sums for those who post without having got one. */
  async function step(visitor: Visitor): Promise<Reached | null> {
    const reached = await spendAll([['steps-address', visitor.address]]);
    if (reached) tally.count('refused', reached.limit);
    return reached;
  }

  /** Spends a like of the network's, which has `given` the same comment so many. @throws CommentsError as `hold` does. */
  async function like({ network }: Visitor, given: number): Promise<void> {
    const { points, seconds } = limits['likes-comment'];
    const full = given >= points ? ({ limit: 'likes-comment', retryAfter: seconds } as const) : null;
    const reached = full ?? (await spendAll([['likes-network', network]]));
    if (!reached) return;
    const later = message('like.tooMany', { minutes: Math.ceil(reached.retryAfter / 60) });
    throw refused(reached, full ? 'like.enough' : later);
  }

  /** Spends a preview. @throws CommentsError `too-many`; it names the limit. */
  async function preview(visitor: Pick<Visitor, 'network'>): Promise<void> {
    const reached = await spendAll([['previews-network', visitor.network]]);
    if (reached) throw refused(reached, message('reply.tooManyPreviews', { seconds: reached.retryAfter }));
  }

  /** Counts that somebody was asked to wait. */
  function refused({ limit, retryAfter }: Reached, said: Said): CommentsError {
    tally.count('refused', limit);
    return new CommentsError('too-many', said, retryAfter, limit);
  }

  /** All or none: what a later budget refuses is given back to the earlier ones. */
  async function spendAll(spendings: readonly Spending[]): Promise<Reached | null> {
    for (const [at, [limit, key]] of spendings.entries()) {
      const { allowed, retryAfter } = await budget(limit).spend(key);
      if (allowed) continue;
      for (const [earlier, its] of spendings.slice(0, at + 1)) await budget(earlier).refund(its);
      return { limit, retryAfter };
    }
    return null;
  }

  return { wrong, isGuessing, publish, hold, ask, step, like, preview };
}

const wrongsOf = (visitor: Visitor): readonly Spending[] => [
  ['wrong-address', visitor.address],
  ['wrong-address-day', visitor.address],
  ['wrong-network', visitor.network],
];

const ofStranger = (visitor: Visitor): readonly Spending[] => [
  ['publish-address', visitor.address],
  ['publish-address-day', visitor.address],
  ['publish-network', visitor.network],
  ['publish-site', 'site'],
  ['publish-site-day', 'site'],
];

const ofAuthor = (visitor: Visitor): readonly Spending[] => [['publish-author', visitor.author ?? visitor.id]];

function tooManyReason(name: LimitName, limit: Limit): Message {
  const { count, unit } = spanOf(limit);
  return message(tooMany[unit], { points: limit.points, count, whose: whose(name) });
}

const tooMany: Readonly<Record<Span['unit'], MessageKey>> = {
  second: 'reason.floodSeconds',
  minute: 'reason.floodMinutes',
  hour: 'reason.floodHours',
  day: 'reason.floodDays',
};

const whose = (limit: LimitName): string =>
  ['site', 'author', 'network'].find((party) => limit.includes(party)) ?? 'address';
