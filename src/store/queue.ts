import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Status } from '../comments/comment.ts';
import type { QueueStore } from '../comments/queue.ts';
import type { Standing } from '../comments/store.ts';
import type { Engine } from './engine.ts';
import { matches } from './filter.ts';
import { item, lane } from './lane.ts';
import type { CommentRow, Schema } from './schema.ts';

/** Rows of one statement: databases bound its parameters, and SQLite runs on the event loop's own thread. */
const batch = 500;

/** The moderation queue over a database, or over one transaction of it. */
export function queueStore(db: Kysely<Schema>, holdsWords: Engine['holdsWords']): QueueStore {
  return {
    page: (status, filter, wanted) => lane(db, holdsWords, status, filter, wanted),
    item: (id) => item(db, id),
    async count(status, filter, most) {
      const some = db.selectFrom('comments').select('comments.id').where('comments.status', '=', status);
      const counted = some.where(matches(filter, holdsWords)).limit(most).as('some');
      const query = db.selectFrom(counted).select(({ fn }) => fn.countAll<number>().as('comments'));
      return (await query.executeTakeFirstOrThrow()).comments;
    },
    async choose(status, chosen, { upTo, most }) {
      const rows = await standings(db)
        .where('comments.status', '=', status)
        .$if('filter' in chosen, (query) =>
          'filter' in chosen ? query.where(matches(chosen.filter, holdsWords)) : query,
        )
        .$if('clusters' in chosen, (query) =>
          'clusters' in chosen ? query.where('comments.cluster', 'in', chosen.clusters) : query,
        )
        .$if(upTo !== null, (query) => query.where('comments.id', '<=', upTo))
        .orderBy('comments.id', 'desc')
        .limit(most)
        .execute();
      return rows.map(toStanding);
    },
    countByStatus: () => countByStatus(db),
    standingOf: (ids) => standingOf(db, ids),
    place: (ids, status, decidedAt) =>
      inBatches(ids, async (some) => {
        const placed = { status, decided_at: decidedAt };
        await db
          .updateTable('comments')
          .set({ ...placed, ...firstDecided(decidedAt) })
          .where('id', 'in', some)
          .execute();
      }),
  };
}

/** Undecided again, it will be decided on for the first time. */
function firstDecided(decidedAt: number | null) {
  return { first_decided_at: decidedAt === null ? null : sql<number>`coalesce(first_decided_at, ${decidedAt})` };
}

async function countByStatus(db: Kysely<Schema>): Promise<Readonly<Record<Status, number>>> {
  const query = db.selectFrom('counts').groupBy('status');
  const rows = await query.select(({ fn }) => ['status', fn.sum<number | string>('comments').as('comments')]).execute();
  // PostgreSQL sums whole numbers to a kind of its own, which comes as text.
  const found = Object.fromEntries(rows.map((row) => [row.status, Number(row.comments)]));
  return { pending: 0, approved: 0, spam: 0, trash: 0, ...found };
}

async function standingOf(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  await inBatches(ids, async (some) => {
    const query = standings(db).where('comments.id', 'in', some);
    found.push(...(await query.orderBy('comments.id').execute()).map(toStanding));
  });
  return found;
}

function standings(db: Kysely<Schema>) {
  const columns = ['comments.id', 'comments.status', 'comments.decided_at', 'comments.rule'] as const;
  return db.selectFrom('comments').select(columns).where('comments.erased_at', 'is', null);
}

function toStanding(row: Pick<CommentRow, 'id' | 'status' | 'decided_at' | 'rule'>): Standing {
  return { id: row.id, status: row.status, decidedAt: row.decided_at, rule: row.rule };
}

/** Requests get their turn between the batches. */
async function inBatches(ids: readonly string[], act: (some: readonly string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) {
    if (from > 0) await new Promise(setImmediate);
    await act(ids.slice(from, from + batch));
  }
}
