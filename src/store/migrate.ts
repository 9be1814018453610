import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import type { Schema } from './schema.ts';

/** By name; a later one sorts after every earlier one. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Runs what is missing, all of it in one transaction, while other processes wait. A database that a newer version
 * already moved on is left alone: two adjacent versions may run at once. `schema` is PostgreSQL's, where the record of
 * migrations is kept.
 */
export async function migrate(db: Kysely<Schema>, migrations: Migrations, schema?: string): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const migrator = new Migrator({ db, provider, ...(schema === undefined ? {} : { migrationTableSchema: schema }) });
  if ((await migrator.getMigrations()).every((migration) => migration.executedAt)) return;
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** Rejects unless the database answers and every migration has run. */
export async function checkMigrated(db: Kysely<Schema>, migrations: Migrations): Promise<void> {
  const record = db as unknown as Kysely<{ readonly kysely_migration: { readonly name: string } }>;
  const done = new Set((await record.selectFrom('kysely_migration').select('name').execute()).map((row) => row.name));
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  if (missing.length > 0) throw new Error(`The database lacks ${missing.join(', ')}: restart to migrate it.`);
}
