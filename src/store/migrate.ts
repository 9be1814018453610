import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Engine, InTransaction } from './engine.ts';
import type { Schema } from './schema.ts';

/** By name; a later one sorts after every earlier one. */
export type Migrations = Readonly<Record<string, (db: Kysely<Schema>) => Promise<void>>>;

/**
 * Runs what is missing, all of it in one transaction, while other processes wait. What a newer version already did is
 * left alone: two adjacent versions may run at once.
 */
export async function migrate(durable: InTransaction, alone: Engine['alone'], migrations: Migrations): Promise<void> {
  await durable(async (db) => {
    await alone(db, 'migrations');
    await sql`create table if not exists migrations (name text primary key not null)`.execute(db);
    for (const [name, up] of await missing(db, migrations)) {
      await up(db);
      await db.insertInto('migrations').values({ name }).execute();
    }
  });
}

/** Rejects unless the database answers and every migration has run. */
export async function checkMigrated(db: Kysely<Schema>, migrations: Migrations): Promise<void> {
  const names = (await missing(db, migrations)).map(([name]) => name);
  if (names.length > 0) throw new Error(`The database lacks ${names.join(', ')}: restart to migrate it.`);
}

async function missing(db: Kysely<Schema>, migrations: Migrations) {
  const done = new Set((await db.selectFrom('migrations').select('name').execute()).map((row) => row.name));
  return Object.entries(migrations)
    .filter(([name]) => !done.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
