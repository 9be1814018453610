import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, type SqliteDatabase } from 'kysely';
import { RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Budget } from '../comments/budget.ts';
import { budgetOf, limits } from './budgets.ts';
import type { Engine, InTransaction } from './engine.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { commentMigrations, sessionMigrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { busyTimeout, patience, retryWhileBusy, SharedSqliteDialect, startPatience } from './sqlite-dialect.ts';
import { holdsWords } from './sqlite-search.ts';
import { upkeep } from './sqlite-upkeep.ts';
import { cachingStatements } from './statement-cache.ts';

/** One open file. */
interface Opened {
  readonly handle: Database.Database;
  readonly db: Kysely<Schema>;
}

/** SQLite sorts text by bytes unless told otherwise. */
const migrations = { comments: commentMigrations('text', upkeep), sessions: sessionMigrations('text') };

/**
 * Opens comments.db and sessions.db in the folder, which must be there, or both in memory. One connection each: a
 * second writing one in this process would wait for a lock that only this process can release.
 */
export async function openSqlite(place: ':memory:' | { readonly dataDir: string }): Promise<Engine> {
  const file = (name: string) => (place === ':memory:' ? place : join(place.dataDir, name));
  const comments = await open(file('comments.db'), 'FULL');
  const sessions = await open(file('sessions.db'), 'NORMAL');
  const storeClient = limiterClient(sessions);
  return {
    db: comments.db,
    sessions: sessions.db,
    durable: durable(comments),
    relaxed: (work) => relaxed(comments, work),
    alone,
    beside: alone,
    holdsWords,
    passOverLocked: (query) => query,
    openBudget: (budget) =>
      patient(budgetOf(new RateLimiterSQLite({ ...limits(budget), storeClient, storeType: 'better-sqlite3' }))),
    async migrate() {
      await retryWhileBusy(() => migrate(durable(comments), alone, migrations.comments), startPatience);
      await retryWhileBusy(() => migrate(durable(sessions), alone, migrations.sessions), startPatience);
    },
    async check() {
      await checkMigrated(comments.db, migrations.comments);
      await checkMigrated(sessions.db, migrations.sessions);
    },
    scrub: () => scrub(comments),
    isUnavailable,
    async close() {
      await close(comments);
      await close(sessions);
    },
  };
}

/** FULL waits for the disk at every commit: in WAL mode the default would lose the last commits at power loss. */
async function open(file: string, synchronous: 'FULL' | 'NORMAL'): Promise<Opened> {
  if (file !== ':memory:') await keepPrivate(file);
  const handle = new Database(file, { timeout: busyTimeout });
  // The change to WAL needs the file for itself, and SQLite does not wait for that.
  await retryWhileBusy(() => handle.pragma('journal_mode = WAL'), startPatience);
  handle.pragma(`synchronous = ${synchronous}`);
  handle.pragma('foreign_keys = ON');
  // What is deleted is overwritten, not only marked as free.
  handle.pragma('secure_delete = ON');
  return { handle, db: new Kysely<Schema>({ dialect: new SharedSqliteDialect(handle) }) };
}

/**
 * The limiter prepares its statements at every call and wraps each in a transaction: here they are kept, and each is one
 * by itself.
 */
function limiterClient({ handle }: Opened) {
  const { prepare } = cachingStatements(handle as unknown as SqliteDatabase);
  return { prepare, transaction: <T>(work: () => T) => work };
}

/** The limiter speaks to the file past our dialect, so it waits its turn here. */
function patient(budget: Budget): Budget {
  return {
    spend: (key) => retryWhileBusy(() => budget.spend(key), patience),
    refund: (key) => retryWhileBusy(() => budget.refund(key), patience),
    spent: (key) => retryWhileBusy(() => budget.spent(key), patience),
    reset: (key) => retryWhileBusy(() => budget.reset(key), patience),
  };
}

/** It holds e-mail addresses; SQLite gives the files beside it the mode of this one. */
async function keepPrivate(file: string): Promise<void> {
  await (await openFile(file, 'a', 0o600)).close();
}

function durable({ db }: Opened): InTransaction {
  return (work) => db.transaction().execute(work);
}

/** A transaction that began has the write lock: it is alone already. */
async function alone(): Promise<void> {}

/** The setting belongs to the connection, which nobody else has meanwhile; a transaction would fix it. */
function relaxed<T>({ db, handle }: Opened, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    handle.pragma('synchronous = NORMAL');
    try {
      return await connection.transaction().execute(work);
    } finally {
      handle.pragma('synchronous = FULL');
    }
  });
}

/** Whatever was written lies in the file beside until all of that is in the database itself, and then is cut off. */
async function scrub({ db, handle }: Opened): Promise<void> {
  await db.connection().execute(async () => {
    await retryWhileBusy(() => {
      const [answer] = handle.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      if (answer?.busy) throw Object.assign(new Error('comments.db is being read'), { code: 'SQLITE_BUSY' });
    }, patience);
  });
}

const unavailable = /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/;

function isUnavailable(error: unknown): boolean {
  return unavailable.test(String((error as { readonly code?: unknown } | null)?.code));
}

/** Kysely closes the file when it ever ran a query; closing twice does no harm. */
async function close({ db, handle }: Opened): Promise<void> {
  await db.destroy();
  handle.close();
}
