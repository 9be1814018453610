import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ErasureRequest, ErasureRequestStore } from '../comments/erasure-request.ts';
import type { ErasureRequestRow } from './rows/receipts.ts';
import type { Schema } from './schema.ts';

/** What authors asked to have erased, over a database or over one transaction of it. */
export function erasureRequestStore(db: Kysely<Schema>): ErasureRequestStore {
  const all = () => db.selectFrom('erasure_requests').selectAll();
  return {
    async add({ id, commentId, email, askedAt, state, settledAt }) {
      const row = { id, comment_id: commentId, email, asked_at: askedAt, state, settled_at: settledAt };
      await db
        .insertInto('erasure_requests')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async latest({ commentId, email }) {
      const about =
        email === null
          ? all().where('comment_id', '=', commentId).where('email', 'is', null)
          : all().where('email', '=', email);
      const row = await about.orderBy('id', 'desc').limit(1).executeTakeFirst();
      return row && toRequest(row);
    },
    async open(limit) {
      return (await all().where('state', '=', 'open').orderBy('id').limit(limit).execute()).map(toRequest);
    },
    async countOpen() {
      const query = db.selectFrom('erasure_requests').where('state', '=', 'open');
      return (await query.select(({ fn }) => fn.countAll<number>().as('open')).executeTakeFirstOrThrow()).open;
    },
    async settle(id, state, at) {
      const query = db.updateTable('erasure_requests').set({ state, settled_at: at }).where('id', '=', id);
      return (await query.where('state', '=', 'open').executeTakeFirstOrThrow()).numUpdatedRows === 1n;
    },
  };
}

/** Requests whose last comment is gone are fulfilled: they would keep the address that was to go, and so would followers. */
export async function forgetFulfilled(db: Kysely<Schema>, commentId: string): Promise<void> {
  const single = db.deleteFrom('erasure_requests').where('comment_id', '=', commentId);
  await single.where('email', 'is', null).execute();
  const left = sql<boolean>`not exists (select 1 from comments where lower(author_email) = erasure_requests.email)`;
  const gone = db.deleteFrom('erasure_requests').where('email', 'is not', null).where(left).returning('email');
  for (const { email } of await gone.execute()) {
    if (email !== null) await db.deleteFrom('followers').where('email', '=', email).execute();
  }
}

function toRequest(row: ErasureRequestRow): ErasureRequest {
  const { id, comment_id: commentId, email, asked_at: askedAt, state, settled_at: settledAt } = row;
  return { id, commentId, email, askedAt, state, settledAt };
}
