import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { BreakerState } from '../comments/guard-report.ts';
import type { Tally } from '../comments/tally.ts';

export interface Metrics {
  /** The same counts that moderators see, of this process alone, since it was started. */
  readonly tally: Pick<Tally, 'count'>;
  /** GET /metrics. */
  readonly route: RequestHandler;
}

/**
 * Counters as Prometheus reads them, for whoever bears the token; everybody else finds no such page. An address proves
 * nothing: behind a proxy all requests come from one.
 */
export function createMetrics({
  token,
  breaker,
}: {
  readonly token: string;
  readonly breaker: () => Promise<BreakerState>;
}): Metrics {
  // Its own: two applications in one process do not share their counts.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const verdicts = new Counter({
    name: 'leave_a_reply_guard_total',
    help: 'Sums issued, answers by outcome, comments published, held (by rule) and refused (by limit).',
    labelNames: ['what', 'rule'],
    registers: [registry],
  });
  new Gauge({
    name: 'leave_a_reply_breaker_open',
    help: '1 while wrong answers come from everywhere and strangers are held; NaN when the database does not say.',
    registers: [registry],
    // Unknown without the database; the rest can be read all the same.
    async collect() {
      this.set(
        await breaker().then(
          ({ open }) => Number(open),
          () => Number.NaN,
        ),
      );
    },
  });

  const route: RequestHandler = async (req, res, next) => {
    if (!isSame(req.get('authorization') ?? '', `Bearer ${token}`)) return next();
    const text = await registry.metrics();
    res.set({ 'Cache-Control': 'no-store', 'Content-Type': registry.contentType }).send(text);
  };
  // Networks are no label: there is no end of them.
  const count: Tally['count'] = (what, key = '') => {
    if (what !== 'network') verdicts.inc({ what, rule: key });
  };
  return { tally: { count }, route };
}

/** Hashes have one length, and comparing them tells nothing of the token. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
