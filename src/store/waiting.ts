import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { WaitingStore } from '../comments/waiting.ts';
import type { Schema } from './schema.ts';

/** What authors are told of their waiting comments. */
export function waitingStore(db: Kysely<Schema>): WaitingStore {
  return {
    async before(ids, most) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('comments as mine')
        .select('mine.id')
        .select(({ selectFrom }) => {
          const earlier = selectFrom('comments as earlier')
            .select('earlier.id')
            .where('earlier.status', '=', 'pending');
          const some = earlier
            .where('earlier.erased_at', 'is', null)
            .whereRef('earlier.id', '<', 'mine.id')
            .limit(most);
          return selectFrom(some.as('some'))
            .select(({ fn }) => fn.countAll<number>().as('comments'))
            .as('before');
        })
        .where('mine.id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, before }) => [id, before ?? 0]));
    },
    async waits(since, most) {
      const rows = await db
        .selectFrom('comments')
        .select(sql<number>`first_decided_at - created_at`.as('wait'))
        .where('status', '=', 'approved')
        .where('first_decided_at', '>=', since)
        .where('rule', 'is not', null)
        .where('moderator_id', 'is', null)
        .where('erased_at', 'is', null)
        .orderBy('first_decided_at', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ wait }) => wait);
    },
  };
}
