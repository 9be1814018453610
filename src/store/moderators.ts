import type { Kysely } from 'kysely';
import type { Moderator, ModeratorStore } from '../comments/moderator.ts';
import type { InTransaction } from './engine.ts';
import type { ModeratorRow, Schema } from './schema.ts';

/** Moderators and the one link that makes the first of them. */
export function moderatorStore(db: Kysely<Schema>, durable: InTransaction): ModeratorStore {
  return {
    add: (moderator) => add(db, moderator),
    byId: (id) => find(db, 'id', id),
    byEmail: (email) => find(db, 'email', email),
    count: () => count(db),
    offerSetup: (hash, expiresAt) => offerSetup(db, hash, expiresAt),
    async hasSetup(hash, now) {
      const query = db.selectFrom('setup_links').select('id').where('hash', '=', hash).where('expires_at', '>', now);
      return (await query.executeTakeFirst()) !== undefined;
    },
    setUp: (hash, moderator, now) =>
      durable(async (trx) => {
        if ((await count(trx)) > 0) return false;
        return (await useSetup(trx, hash, now)) && (await add(trx, moderator));
      }),
  };
}

async function add(db: Kysely<Schema>, moderator: Moderator): Promise<boolean> {
  const { id, email, passwordHash, createdAt } = moderator;
  const query = db.insertInto('moderators').values({ id, email, password_hash: passwordHash, created_at: createdAt });
  const { numInsertedOrUpdatedRows } = await query
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function find(db: Kysely<Schema>, column: 'id' | 'email', value: string): Promise<Moderator | undefined> {
  const row = await db.selectFrom('moderators').selectAll().where(column, '=', value).executeTakeFirst();
  return row && toModerator(row);
}

function toModerator(row: ModeratorRow): Moderator {
  return { id: row.id, email: row.email, passwordHash: row.password_hash, createdAt: row.created_at };
}

async function count(db: Kysely<Schema>): Promise<number> {
  const query = db.selectFrom('moderators').select(({ fn }) => fn.countAll<number>().as('moderators'));
  return (await query.executeTakeFirstOrThrow()).moderators;
}

/** The table has room for one row, so an offer replaces the earlier one even when two processes start at once. */
async function offerSetup(db: Kysely<Schema>, hash: string, expiresAt: number): Promise<void> {
  const link = { hash, expires_at: expiresAt };
  const query = db.insertInto('setup_links').values({ id: 1, ...link });
  await query.onConflict((conflict) => conflict.column('id').doUpdateSet(link)).execute();
}

async function useSetup(db: Kysely<Schema>, hash: string, now: number): Promise<boolean> {
  const query = db.deleteFrom('setup_links').where('hash', '=', hash).where('expires_at', '>', now);
  return (await query.executeTakeFirstOrThrow()).numDeletedRows === 1n;
}
