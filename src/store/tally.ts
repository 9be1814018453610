import type { Kysely } from 'kysely';
import type { Count, Counted, TallyStore } from '../comments/tally.ts';
import type { Schema } from './schema.ts';

/** Rows of one statement: databases bound its parameters. */
const batch = 500;

/** Counts by hour, over the database of sessions; several processes add to the same rows. */
export function tallyStore(db: Kysely<Schema>): TallyStore {
  return {
    add: (counts) =>
      db.transaction().execute(async (trx) => {
        // In one order everywhere: two processes at once would otherwise each wait for a row of the other.
        const rows = counts.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
        for (let from = 0; from < rows.length; from += batch) await addSome(trx, rows.slice(from, from + batch));
      }),
    async since(since) {
      const rows = await db.selectFrom('tally').selectAll().where('hour', '>=', since).execute();
      return rows.map((row) => ({ ...row, what: row.what as Counted }));
    },
    async total(what, key, since) {
      const query = db.selectFrom('tally').where('hour', '>=', since).where('what', '=', what).where('key', '=', key);
      const { total } = await query.select(({ fn }) => fn.sum('count').as('total')).executeTakeFirstOrThrow();
      return Number(total ?? 0);
    },
  };
}

const nameOf = ({ hour, what, key }: Count): string => `${hour} ${what} ${key}`;

async function addSome(trx: Kysely<Schema>, rows: readonly Count[]): Promise<void> {
  await trx
    .insertInto('tally')
    .values(rows.map(({ hour, what, key, count }) => ({ hour, what, key, count })))
    .onConflict((conflict) =>
      conflict
        .columns(['hour', 'what', 'key'])
        .doUpdateSet(({ ref, eb }) => ({ count: eb(ref('tally.count'), '+', ref('excluded.count')) })),
    )
    .execute();
}
