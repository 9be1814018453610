import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Place } from '../place.ts';

/** The rows of the first page by index, past everything of ours. */
export interface Bare {
  select(): Promise<unknown>;
  close(): Promise<void>;
}

const newest = `select * from comments where status = 'pending' order by id desc limit 50`;

export async function bareSelect({ databaseUrl, dataDir }: Place): Promise<Bare> {
  if (databaseUrl === null) {
    const database = new Database(join(dataDir, 'comments.db'), { readonly: true });
    const statement = database.prepare(newest);
    return {
      select: async () => statement.all(),
      async close() {
        database.close();
      },
    };
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return { select: () => client.query(newest), close: () => client.end() };
}
