import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { World } from './world.ts';

/** Every row of every table, each row as text, by the names of the tables; of a world whose data outlast it. */
export async function wholeDatabase({ databaseUrl, dataDir }: World): Promise<ReadonlyMap<string, readonly string[]>> {
  if (databaseUrl.startsWith('postgres')) return inPostgres(databaseUrl);
  return new Map(['comments.db', 'sessions.db'].flatMap((name) => inSqlite(join(dataDir, name))));
}

async function inPostgres(databaseUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query('select tablename as name from pg_tables where schemaname = current_schema()');
    const found = new Map<string, readonly string[]>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select to_jsonb(each)::text as row from "${name}" as each order by 1`);
      found.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return found;
  } finally {
    await client.end();
  }
}

function inSqlite(path: string): readonly (readonly [string, readonly string[]])[] {
  const file = new Database(path, { readonly: true });
  try {
    const tables = file.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
    return tables.map(({ name }) => {
      const rows = file.prepare(`select * from "${name}"`).all();
      return [name, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    });
  } finally {
    file.close();
  }
}
