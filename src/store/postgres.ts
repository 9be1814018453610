import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { budgetOf, limits } from './budgets.ts';
import type { Engine, InTransaction, StoreLog } from './engine.ts';
import { checkMigrated, migrate } from './migrate.ts';
import { commentMigrations, sessionMigrations } from './migrations/index.ts';
import { isUnavailable } from './postgres-errors.ts';
import { lender } from './postgres-pool.ts';
import { holdsWords } from './postgres-search.ts';
import { upkeep } from './postgres-upkeep.ts';
import type { Schema } from './schema.ts';

/** Sorts by bytes, as SQLite does, whatever the language of the database. */
const key = sql`text collate "C"`;
const migrations = { ...commentMigrations(key, upkeep), ...sessionMigrations(key) };

/** Milliseconds. Connecting fails before two seconds are over, so that a visitor hears of it within two. */
const patience = {
  connectionTimeoutMillis: 1_500,
  statement_timeout: 5_000,
  query_timeout: 6_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Connects to PostgreSQL 15 or later; nothing is asked of it yet. Schemas are chosen by the address (search_path). */
export function openPostgres(databaseUrl: string, log?: StoreLog): Engine {
  const pool = openPool({ connectionString: databaseUrl, ...patience }, log);
  const db = kyselyOn(pool);
  const budgets = openBudgetPool(databaseUrl, log);
  let scrubbing = Promise.resolve();
  return {
    db,
    sessions: db,
    durable: durable(db),
    relaxed: (work) => relaxed(db, work),
    alone: lockFor('pg_advisory_xact_lock'),
    beside: lockFor('pg_advisory_xact_lock_shared'),
    holdsWords,
    passOverLocked: (query) => query.forUpdate().skipLocked(),
    openBudget: (budget) => budgetOf(new RateLimiterPostgres({ ...limits(budget), storeClient: budgets })),
    async migrate() {
      await migrateAlone(databaseUrl, log);
      await warnOfLoss(db, log);
    },
    check: () => checkMigrated(db, migrations),
    async scrub() {
      scrubbing = scrubbing.then(() => vacuum(databaseUrl, log));
    },
    isUnavailable,
    async close() {
      await scrubbing;
      await db.destroy();
      if (!pool.ended) await pool.end();
      await budgets.end();
    },
  };
}

function openPool(config: pg.PoolConfig, log?: StoreLog): pg.Pool {
  const pool = new pg.Pool({ keepAlive: true, types: { getTypeParser }, ...config });
  // The pool replaces a connection that breaks, idle or lent; without listeners the process would end instead.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', (error) => log?.warn({ err: error }, 'A connection to the database broke.'));
  });
  return pool;
}

/**
 * Budgets are spent while a transaction is open: from the same pool, transactions that hold all its connections would
 * wait for one more for ever. A count lost at power loss costs nobody anything.
 */
function openBudgetPool(connectionString: string, log?: StoreLog): pg.Pool {
  // The pool waits for what this gives, though its types do not say so.
  const onConnect = (client: pg.ClientBase) => client.query('set synchronous_commit = off') as unknown as undefined;
  return openPool({ connectionString, max: 3, onConnect, ...patience }, log);
}

/** Times and counts are bigint, far below 2^53. Told to our pool alone: the host may use pg in its own way. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

function kyselyOn(pool: pg.Pool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lender(pool) }) });
}

function durable(db: Kysely<Schema>): InTransaction {
  return (work) => db.transaction().setIsolationLevel('read committed').execute(work);
}

function relaxed<T>(db: Kysely<Schema>, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  return durable(db)(async (trx) => {
    await sql`set local synchronous_commit = off`.execute(trx);
    return work(trx);
  });
}

/** Such locks belong to the whole database, where another schema may hold another site. */
function lockFor(lock: 'pg_advisory_xact_lock' | 'pg_advisory_xact_lock_shared'): Engine['alone'] {
  const take = sql.raw(lock);
  return async (db, name) => {
    await sql`select ${take}(hashtextextended(current_schema() || ' ' || ${name}, 0))`.execute(db);
  };
}

/** On a connection without time limits: another process may be migrating, and a large table takes its time. */
async function migrateAlone(databaseUrl: string, log?: StoreLog): Promise<void> {
  const { connectionTimeoutMillis } = patience;
  const db = kyselyOn(openPool({ connectionString: databaseUrl, connectionTimeoutMillis, max: 1 }, log));
  try {
    await migrate(durable(db), lockFor('pg_advisory_xact_lock'), migrations);
  } finally {
    await db.destroy();
  }
}

/** Takes its time, so nobody waits for it; what it may not do, or cannot do now, autovacuum does later. */
async function vacuum(databaseUrl: string, log?: StoreLog): Promise<void> {
  const { connectionTimeoutMillis } = patience;
  const db = kyselyOn(openPool({ connectionString: databaseUrl, connectionTimeoutMillis, max: 1 }, log));
  try {
    await sql`vacuum comments, edits, sketches, likes, explanations, erasure_requests, learned_comments, learned_tokens`.execute(
      db,
    );
  } catch (error) {
    log?.warn({ err: error }, 'Erased rows could not be cleared out of the tables; autovacuum will do it.');
  } finally {
    await db.destroy();
  }
}

/** A server may be told not to keep its promise; whoever runs it should know. */
async function warnOfLoss(db: Kysely<Schema>, log?: StoreLog): Promise<void> {
  if (!log) return;
  const { rows } = await sql<{ readonly name: string }>`
    select name from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`.execute(db);
  if (rows.length === 0) return;
  const settings = rows.map((row) => row.name);
  log.warn({ settings }, `PostgreSQL runs with ${settings.join(', ')} off: comments may be lost at power loss.`);
}
