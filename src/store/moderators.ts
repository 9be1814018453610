import type { Kysely } from 'kysely';
import type { Moderator, ModeratorChange, ModeratorStore } from '../comments/moderator.ts';
import type { ModeratorRow, Schema } from './schema.ts';

/** Moderators and the one link that makes the first of them. */
export function moderatorStore(db: Kysely<Schema>): ModeratorStore {
  return {
    add: (moderator) => add(db, moderator),
    byId: (id) => find(db, 'id', id),
    byEmail: (email) => find(db, 'email', email),
    async all() {
      return (await db.selectFrom('moderators').selectAll().orderBy('email').execute()).map(toModerator);
    },
    async count() {
      const query = db.selectFrom('moderators').select(({ fn }) => fn.countAll<number>().as('moderators'));
      return (await query.executeTakeFirstOrThrow()).moderators;
    },
    async change(id, change) {
      await db.updateTable('moderators').set(changedColumns(change)).where('id', '=', id).execute();
    },
    offerSetup: (hash, expiresAt) => offerSetup(db, hash, expiresAt),
    async hasSetup(hash, now) {
      const query = db.selectFrom('setup_links').select('id').where('hash', '=', hash).where('expires_at', '>', now);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async useSetup(hash, now) {
      const query = db.deleteFrom('setup_links').where('hash', '=', hash).where('expires_at', '>', now);
      return (await query.executeTakeFirstOrThrow()).numDeletedRows === 1n;
    },
  };
}

export function toModerator(row: ModeratorRow): Moderator {
  const { otp_secret: secret, otp_step: usedStep } = row;
  return {
    id: row.id,
    email: row.email,
    name: row.name ?? row.email.split('@', 1)[0] ?? row.email,
    role: row.role,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    disabledAt: row.disabled_at,
    secondFactor: secret === null ? null : { secret, usedStep: usedStep ?? 0 },
    mail: row.mail,
    language: row.language,
  };
}

async function add(db: Kysely<Schema>, moderator: Moderator): Promise<boolean> {
  const query = db.insertInto('moderators').values(toRow(moderator));
  const { numInsertedOrUpdatedRows } = await query
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function toRow({ id, email, createdAt, seenAt, secondFactor, ...rest }: Moderator): ModeratorRow {
  const { name, role, passwordHash, disabledAt, mail, language } = rest;
  return {
    id,
    email,
    name,
    role,
    password_hash: passwordHash,
    created_at: createdAt,
    seen_at: seenAt,
    disabled_at: disabledAt,
    otp_secret: secondFactor?.secret ?? null,
    otp_step: secondFactor?.usedStep ?? null,
    mail,
    language,
  };
}

function changedColumns(change: ModeratorChange): Partial<ModeratorRow> {
  const { name, role, passwordHash, disabledAt, mail, language } = change;
  return {
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(passwordHash !== undefined && { password_hash: passwordHash }),
    ...(disabledAt !== undefined && { disabled_at: disabledAt }),
    ...(mail !== undefined && { mail }),
    ...(language !== undefined && { language }),
  };
}

async function find(db: Kysely<Schema>, column: 'id' | 'email', value: string): Promise<Moderator | undefined> {
  const row = await db.selectFrom('moderators').selectAll().where(column, '=', value).executeTakeFirst();
  return row && toModerator(row);
}

/** The table has room for one row, so an offer replaces the earlier one even when two processes start at once. */
async function offerSetup(db: Kysely<Schema>, hash: string, expiresAt: number): Promise<void> {
  const link = { hash, expires_at: expiresAt };
  const query = db.insertInto('setup_links').values({ id: 1, ...link });
  await query.onConflict((conflict) => conflict.column('id').doUpdateSet(link)).execute();
}
