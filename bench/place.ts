import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Where one run keeps everything. */
export interface Place {
  readonly dir: string;
  readonly articlesDir: string;
  readonly dataDir: string;
  /** Null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Drops everything; stop what uses it first. */
  remove(): Promise<void>;
}

/** A folder of its own and, when an address of PostgreSQL is given, a schema of its own there. */
export async function makePlace(database: string | null): Promise<Place> {
  const schema = database === null ? null : await makeSchema(database);
  const dir = await mkdtemp(join(tmpdir(), 'leave-a-reply-bench-'));
  const remove = async (): Promise<void> => {
    await rm(dir, { recursive: true, force: true });
    await schema?.drop();
  };
  const folders = { dir, articlesDir: join(dir, 'articles'), dataDir: join(dir, 'data') };
  return { ...folders, databaseUrl: schema?.url ?? null, remove };
}

async function makeSchema(database: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await ask(database, `create schema ${name}`);
  const url = new URL(database);
  url.search = `options=${encodeURIComponent(`-c search_path=${name}`)}`;
  return { url: url.href, drop: () => ask(database, `drop schema ${name} cascade`) };
}

async function ask(database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
