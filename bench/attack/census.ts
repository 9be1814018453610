import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Place } from '../place.ts';

/** What the owner of a site finds in the database. */
export interface Census {
  /** Comments by lane: `approved` is public, `pending` is held. */
  comments(): Promise<{ readonly published: number; readonly held: number }>;
  rows(table: 'sessions' | 'challenges'): Promise<number>;
  /** Bytes that the tables take; on SQLite the main files once the write-ahead log was written back. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

export function openCensus(place: Place): Census {
  return place.databaseUrl === null ? ofFiles(place.dataDir) : ofServer(place.databaseUrl);
}

type Lane = { readonly status: string; readonly count: number };
const lanes = 'select status, count(*) as count from comments group by status';

function countsOf(rows: readonly Lane[]) {
  const count = (status: string): number => Number(rows.find((row) => row.status === status)?.count ?? 0);
  return { published: count('approved'), held: count('pending') };
}

function ofFiles(dataDir: string): Census {
  const files = { sessions: join(dataDir, 'sessions.db'), challenges: join(dataDir, 'comments.db') };
  const open = (file: string) => new Database(file, { timeout: 10_000 });
  const databases = { sessions: open(files.sessions), challenges: open(files.challenges) };
  return {
    comments: async () => countsOf(databases.challenges.prepare<[], Lane>(lanes).all()),
    async rows(table) {
      return Number(databases[table].prepare(`select count(*) from ${table}`).pluck().get());
    },
    async bytes() {
      for (const database of Object.values(databases)) database.pragma('wal_checkpoint(truncate)');
      const sizes = await Promise.all(Object.values(files).map(async (file) => (await stat(file)).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    async close() {
      for (const database of Object.values(databases)) database.close();
    },
  };
}

function ofServer(connectionString: string): Census {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const one = async (sql: string): Promise<number> => Number(Object.values((await pool.query(sql)).rows[0])[0]);
  return {
    comments: async () => countsOf((await pool.query<Lane>(lanes)).rows),
    rows: (table) => one(`select count(*) from ${table}`),
    bytes: () =>
      one(`select sum(pg_total_relation_size(oid)) from pg_class
           where relkind = 'r' and relnamespace = current_schema()::regnamespace`),
    close: () => pool.end(),
  };
}
