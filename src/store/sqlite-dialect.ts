import { setTimeout as sleep } from 'node:timers/promises';
import type { SqliteDatabase } from 'kysely';
import { SqliteDialect, SqliteDriver } from 'kysely';
import { cachingStatements } from './statement-cache.ts';

/** What this file needs of an open SQLite database; better-sqlite3 has it. */
export interface SqliteHandle extends SqliteDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  pragma(pragma: string): unknown;
}

/**
 * How long SQLite, and we, wait for another process that is writing, in milliseconds: a visitor hears within two seconds
 * that a reply could not be saved. Starting waits longer, since another process may be migrating.
 */
export const patience = 1_500;
export const startPatience = 60_000;
const pause = 2;

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

  /** Takes the write lock at once: one taken later fails when another process wrote since the first read. */
  override async beginTransaction(): Promise<void> {
    await retryWhileBusy(() => this.#begin(), patience);
  }

  /** SQLite's own waiting would block the event loop. */
  #begin(): void {
    this.#handle.pragma('busy_timeout = 0');
    try {
      this.#handle.exec('begin immediate');
    } finally {
      this.#handle.pragma(`busy_timeout = ${patience}`);
    }
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
