import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { firstIdAt } from '../comments/id.ts';
import type { Decided, Received, Span, StatisticsStore } from '../comments/statistics.ts';
import type { Schema } from './schema.ts';

/** SQLite runs on the event loop's own thread: a day is counted in parts of six hours, with a turn for others between. */
const partMs = 6 * 3_600_000;

/** Sums over spans of time, by walks along indexes that hold all they ask for. */
export function statisticsStore(db: Kysely<Schema>): StatisticsStore {
  return {
    received: (span) => inParts(span, (part) => received(db, part)),
    decided: (span) => inParts(span, (part) => decided(db, part)),
    async threads(keys) {
      if (keys.length === 0) return [];
      return await db.selectFrom('threads').select(['key', 'url', 'title']).where('key', 'in', keys).execute();
    },
  };
}

async function inParts<Row>({ from, until }: Span, count: (part: Span) => Promise<readonly Row[]>): Promise<Row[]> {
  const parts: (readonly Row[])[] = [];
  for (let at = from; at < until; at += partMs) {
    await new Promise(setImmediate);
    parts.push(await count({ from: at, until: Math.min(at + partMs, until) }));
  }
  return parts.flat();
}

async function received(db: Kysely<Schema>, { from, until }: Span): Promise<readonly Received[]> {
  return await byVisitors(db)
    // Of those without a rule nothing is counted.
    .select(({ fn }) => [
      'thread_key as threadKey',
      fn.countAll<number>().as('received'),
      fn.count<number>('rule').as('held'),
    ])
    .where('id', '>=', firstIdAt(from))
    .where('id', '<', firstIdAt(until))
    .groupBy('thread_key')
    .execute();
}

/** Whole minutes, so that there are far fewer groups than comments. */
const minutes = sql<number | null>`case when rule is null then null else (first_decided_at - created_at) / 60000 end`;

async function decided(db: Kysely<Schema>, { from, until }: Span): Promise<readonly Decided[]> {
  return await byVisitors(db)
    .select(({ fn }) => ['status', minutes.as('minutes'), fn.countAll<number>().as('comments')])
    .where('status', 'in', ['pending', 'approved', 'spam', 'trash'])
    .where('first_decided_at', '>=', from)
    .where('first_decided_at', '<', until)
    .groupBy(['status', minutes])
    .execute();
}

/** What moderators wrote was not received, and of what was erased nothing is told. */
function byVisitors(db: Kysely<Schema>) {
  return db.selectFrom('comments').where('moderator_id', 'is', null).where('erased_at', 'is', null);
}
