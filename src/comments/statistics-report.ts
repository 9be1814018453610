import type { Status } from './comment.ts';
import { sumsOf } from './guard-report.ts';
import { keptFor } from './kept.ts';
import { percentile, type Waits } from './percentile.ts';
import type { Counts, Decided, Range, Received, Statistics, StatisticsStore } from './statistics.ts';
import { ranges, verdictDays } from './statistics.ts';
import { counted, hourMs, type Tally, type TallyStore } from './tally.ts';

export interface StatisticsParts {
  readonly store: StatisticsStore;
  readonly tally: Pick<Tally, 'flush'>;
  readonly counts: Pick<TallyStore, 'since'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const dayMs = 24 * hourMs;
const minuteMs = 60_000;
const mostArticles = 10;
const verdicts = counted.filter((what) => what !== 'issued' && what !== 'network');

/** Counts at most once a minute for each range. */
export function createStatistics(parts: StatisticsParts): (range: Range) => Promise<Statistics> {
  const reports = new Map(ranges.map((range) => [range, keptFor(minuteMs, parts.now, () => count(parts, range))]));
  return (range) => reports.get(range)?.() ?? count(parts, range);
}

async function count({ store, tally, counts, now }: StatisticsParts, range: Range): Promise<Statistics> {
  const time = now();
  const today = time - (time % dayMs);
  const days: Statistics['days'][number][] = [];
  const waits = new Map<number, number>();
  const articles = new Map<string, Received>();
  for (let day = today - (range - 1) * dayMs; day <= today; day += dayMs) {
    const span = { from: day, until: day + dayMs };
    const received = await store.received(span);
    const decided = await store.decided(span);
    for (const each of received) articles.set(each.threadKey, sumOf(articles.get(each.threadKey), each));
    const waited = new Map<number, number>();
    for (const each of decided) addWait(waited, each);
    for (const each of decided) addWait(waits, each);
    days.push({ day, ...countsOf(received, decided), ...waitsOf(waited) });
  }
  // What cannot be written now is kept; the rest can be read all the same.
  await tally.flush().catch(() => undefined);
  const sum = sumsOf(await counts.since(time - verdictDays * dayMs));
  return {
    days,
    total: { ...totalOf(days), ...waitsOf(waits) },
    articles: await topOf(articles, store),
    verdicts: verdicts.flatMap((what) => sum(what).map(([key, count]) => ({ what, key, count }))),
  };
}

function sumOf(one: Received | undefined, other: Received): Received {
  return one ? { ...one, received: one.received + other.received, held: one.held + other.held } : other;
}

function addWait(waits: Map<number, number>, { minutes, comments }: Decided): void {
  if (minutes !== null) waits.set(minutes, (waits.get(minutes) ?? 0) + comments);
}

const waitsOf = (waits: Waits) => ({ median: percentile(waits, 0.5), ninetieth: percentile(waits, 0.9) });

function countsOf(received: readonly Received[], decided: readonly Decided[]): Counts {
  const came = received.reduce((sum, each) => sum + each.received, 0);
  const held = received.reduce((sum, each) => sum + each.held, 0);
  const inLane = (status: Status): number =>
    decided.reduce((sum, each) => sum + (each.status === status ? each.comments : 0), 0);
  const went = { approved: inLane('approved'), spam: inLane('spam'), trash: inLane('trash') };
  return { received: came, atOnce: came - held, held, ...went };
}

function totalOf(days: readonly Counts[]): Counts {
  const total = (name: keyof Counts): number => days.reduce((sum, day) => sum + day[name], 0);
  return {
    received: total('received'),
    atOnce: total('atOnce'),
    held: total('held'),
    approved: total('approved'),
    spam: total('spam'),
    trash: total('trash'),
  };
}

async function topOf(articles: ReadonlyMap<string, Received>, store: StatisticsStore): Promise<Statistics['articles']> {
  const byNumber = [...articles.values()].sort((one, other) => other.received - one.received || other.held - one.held);
  const top = byNumber.slice(0, mostArticles);
  const threads = new Map((await store.threads(top.map(({ threadKey }) => threadKey))).map((each) => [each.key, each]));
  return top.flatMap(({ threadKey, received, held }) => {
    const thread = threads.get(threadKey);
    return thread ? [{ thread, received, held }] : [];
  });
}
