import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseConnection, SqliteDatabase } from 'kysely';
import { SqliteDialect, SqliteDriver } from 'kysely';
import { cachingStatements } from './statement-cache.ts';

/** What this file needs of an open SQLite database; better-sqlite3 has it. */
export interface SqliteHandle extends SqliteDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  pragma(pragma: string): unknown;
}

/**
 * How long we wait for another process that is writing, in milliseconds: a visitor hears within two seconds that a reply
 * could not be saved. Starting waits longer, since another process may be migrating.
 */
export const patience = 1_500;
export const startPatience = 60_000;
/** How long SQLite itself may wait: it does so on the event loop's own thread, where everybody waits with it. */
export const busyTimeout = 5;
const pause = 10;

/** Kysely's SQLite, with prepared statements kept and with transactions that fit several processes. */
export class SharedSqliteDialect extends SqliteDialect {
  readonly #handle: SqliteHandle;

  constructor(handle: SqliteHandle) {
    super({ database: handle });
    this.#handle = handle;
  }

  override createDriver(): SqliteDriver {
    return new SharedSqliteDriver(this.#handle);
  }
}

class SharedSqliteDriver extends SqliteDriver {
  readonly #handle: SqliteHandle;

  constructor(handle: SqliteHandle) {
    super({ database: cachingStatements(handle) });
    this.#handle = handle;
  }

  /** Statements outside a transaction wait their turn as transactions do; inside one the turn has come. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const executeQuery: DatabaseConnection['executeQuery'] = (query, options) =>
      this.#handle.inTransaction
        ? connection.executeQuery(query, options)
        : retryWhileBusy(() => connection.executeQuery(query, options), patience);
    return { executeQuery, streamQuery: (...query) => connection.streamQuery(...query) };
  }

  /** Takes the write lock at once: one taken later fails when another process wrote since the first read. */
  override async beginTransaction(): Promise<void> {
    await retryWhileBusy(() => this.#handle.exec('begin immediate'), patience);
  }

  /** On a full disk SQLite has rolled back by itself; a second rollback would hide why. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#handle.inTransaction) this.#handle.exec('rollback');
  }
}

/** Tries until another process lets go; throws SQLite's own error once patience, in milliseconds, is over. */
export async function retryWhileBusy<T>(attempt: () => T | Promise<T>, patience: number): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= deadline || !isBusy(error)) throw error;
    }
    await sleep(pause);
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { readonly code?: unknown } | null)?.code).startsWith('SQLITE_BUSY');
}
