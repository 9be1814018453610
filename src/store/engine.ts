import type { Expression, Kysely, SelectQueryBuilder, SqlBool } from 'kysely';
import type { OpenBudget } from '../comments/budget.ts';
import type { Schema } from './schema.ts';

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export type InTransaction = <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;

/** What differs between databases; everything else in this folder is written once. */
export interface Engine {
  /** Threads, comments, challenges, moderators. */
  readonly db: Kysely<Schema>;
  /** Sessions and budgets. */
  readonly sessions: Kysely<Schema>;
  /** Survives power loss once it resolves. Never use `db` inside: on SQLite it waits for this very transaction. */
  readonly durable: InTransaction;
  /** Never waits for the disk; the last second may be lost at power loss. The same warning holds. */
  readonly relaxed: InTransaction;
  /** Inside a transaction: until its end, every other transaction that asks for the same name waits. */
  alone(db: Kysely<Schema>, name: string): Promise<void>;
  /** Inside a transaction: until its end, whoever asks to be `alone` under that name waits; others beside it do not. */
  beside(db: Kysely<Schema>, name: string): Promise<void>;
  /**
   * Whether the row of `comments` has words that begin so; each engine searches text in its own way. Of more than `most`
   * only the newest are found.
   */
  holdsWords(words: readonly string[], most: number): Expression<SqlBool>;
  /** Chooses rows to be changed, without those that another transaction is changing. */
  passOverLocked<O>(query: SelectQueryBuilder<Schema, 'outbox', O>): SelectQueryBuilder<Schema, 'outbox', O>;
  readonly openBudget: OpenBudget;
  migrate(): Promise<void>;
  /** Rejects when the database does not answer or lacks a migration. */
  check(): Promise<void>;
  /** Overwrites what was deleted, as far as the database can; rejects while somebody is in the way. */
  scrub(): Promise<void>;
  /** Whether an error means "not reachable or not writable just now". */
  isUnavailable(error: unknown): boolean;
  close(): Promise<void>;
}

/** What the store says to whoever runs it; pino has this shape. */
export interface StoreLog {
  warn(details: object, message: string): void;
}
