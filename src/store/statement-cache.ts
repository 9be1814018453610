import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More texts than we have queries; lists of ids bring others, of any length. */
const most = 200;

/** Preparing costs more than most of our queries: the statements used last are kept. */
export function cachingStatements(database: SqliteDatabase): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.delete(sql);
      statements.set(sql, statement);
      dropEldest(statements);
      return statement;
    },
  };
}

/** A Map remembers the order of insertion, and a statement in use was inserted anew. */
function dropEldest(statements: Map<string, SqliteStatement>): void {
  const [eldest] = statements.keys();
  if (statements.size > most && eldest !== undefined) statements.delete(eldest);
}
