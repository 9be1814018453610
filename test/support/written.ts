import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { OpenedStore } from './engines.ts';

/** Everything that can be read of a store: its files as they are on the disk, or every row of every table. */
export function everythingWritten({ place: { databaseUrl, dataDir } }: OpenedStore): Promise<readonly string[]> {
  return databaseUrl.startsWith('postgres') ? rowsOf(databaseUrl) : filesIn(dataDir);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  expect(files).toEqual(expect.arrayContaining(['comments.db', 'sessions.db']));
  return Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
}

async function rowsOf(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const tables = await client.query('select tablename from pg_tables where schemaname = current_schema()');
    const rows = [];
    for (const { tablename } of tables.rows) {
      const { rows: texts } = await client.query(`select t::text as text from ${tablename} t`);
      rows.push(...texts.map(({ text }) => String(text)));
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** What a backup made from now on holds. */
export async function writtenInCopy({ place: { dataDir } }: OpenedStore): Promise<readonly string[]> {
  const copy = join(dataDir, 'copy.db');
  const handle = new Database(join(dataDir, 'comments.db'), { readonly: true });
  handle.prepare('vacuum into ?').run(copy);
  handle.close();
  return [await readFile(copy, 'latin1')];
}
