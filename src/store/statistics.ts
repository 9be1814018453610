import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { firstIdAt } from '../comments/id.ts';
import type { Span, StatisticsStore } from '../comments/statistics.ts';
import type { Schema } from './schema.ts';

/** Sums over spans of time: each is one walk along an index that holds all it asks for. */
export function statisticsStore(db: Kysely<Schema>): StatisticsStore {
  return {
    async received(span) {
      await othersFirst();
      const rows = await visitors(db)
        .select(({ fn }) => [
          'thread_key',
          fn.countAll<number>().as('received'),
          // Of those without a rule nothing is counted.
          fn.count<number>('rule').as('held'),
        ])
        .where('id', '>=', firstIdAt(span.from))
        .where('id', '<', firstIdAt(span.until))
        .groupBy('thread_key')
        .execute();
      return rows.map(({ thread_key, received, held }) => ({ threadKey: thread_key, received, held }));
    },
    async decided(span) {
      await othersFirst();
      return decided(db, span);
    },
    async threads(keys) {
      if (keys.length === 0) return [];
      return await db.selectFrom('threads').select(['key', 'url', 'title']).where('key', 'in', keys).execute();
    },
  };
}

/** What moderators wrote was not received, and of what was erased nothing is told. */
function visitors(db: Kysely<Schema>) {
  return db.selectFrom('comments').where('moderator_id', 'is', null).where('erased_at', 'is', null);
}

/** Whole minutes, so that there are far fewer groups than comments. */
const minutes = sql<number | null>`case when rule is null then null else (first_decided_at - created_at) / 60000 end`;

async function decided(db: Kysely<Schema>, { from, until }: Span) {
  return await visitors(db)
    .select(({ fn }) => ['status', minutes.as('minutes'), fn.countAll<number>().as('comments')])
    .where('status', 'in', ['pending', 'approved', 'spam', 'trash'])
    .where('first_decided_at', '>=', from)
    .where('first_decided_at', '<', until)
    .groupBy(['status', minutes])
    .execute();
}

/** SQLite runs on the event loop's own thread: requests get their turn before each span. */
const othersFirst = (): Promise<void> => new Promise(setImmediate);
