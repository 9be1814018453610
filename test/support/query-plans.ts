import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { commentMigrations } from '../../src/store/migrations/index.ts';
import type { Schema } from '../../src/store/schema.ts';
import { upkeep } from '../../src/store/sqlite-upkeep.ts';

/** An empty database of comments, and how SQLite would answer what is asked of it. */
export interface Plans {
  readonly db: Kysely<Schema>;
  migrate(): Promise<void>;
  /** The steps of every statement that `ask` sends, as SQLite tells them. */
  stepsOf(ask: () => Promise<unknown>): Promise<readonly string[]>;
}

export function openPlans(): Plans {
  const handle = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: handle }),
    log: ({ query }) => void asked.push(query),
  });
  const explain = (sql: string, parameters: readonly unknown[]): readonly string[] =>
    handle
      .prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail);
  return {
    db,
    async migrate() {
      for (const up of Object.values(commentMigrations('text', upkeep))) await up(db);
    },
    async stepsOf(ask) {
      asked.length = 0;
      await ask();
      return asked.flatMap(({ sql, parameters }) => explain(sql, parameters));
    },
  };
}

export const sorting = (steps: readonly string[]): readonly string[] =>
  steps.filter((step) => step.includes('ORDER BY'));
