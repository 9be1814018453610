import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

/** A database of its own, for a store or a whole application. */
export interface Place {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Drops everything; close what is open first. */
  remove(): Promise<void>;
}

export interface OpenedStore {
  readonly store: Store;
  readonly place: Place;
  /** Opens the same database once more, beside `store`; closed with it. In memory that is a new, empty one. */
  reopen(): Promise<Store>;
  /** Closes every store and drops the database. */
  close(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  /** Whether a second store can be opened on the same database. */
  readonly lasting: boolean;
  provide(): Promise<Place>;
  /** `now` in epoch milliseconds: what sessions go by; the real time when it is left out. */
  open(options?: { readonly now?: () => number }): Promise<OpenedStore>;
}

/** A PostgreSQL server to test on; without it PostgreSQL is left out, and the summary of the run says so. */
const address = process.env.TEST_DATABASE_URL;

/** Every engine that this run covers. */
export const engines: readonly Engine[] = [
  engine('SQLite in memory', false, () => provideFolder(':memory:')),
  engine('SQLite files', true, () => provideFolder('sqlite:')),
  ...(address ? [engine('PostgreSQL', true, () => provideSchema(address))] : []),
];

function engine(name: string, lasting: boolean, provide: () => Promise<Place>): Engine {
  return { name, lasting, provide, open: async (options) => openAt(await provide(), options?.now ?? Date.now) };
}

async function openAt(place: Place, now: () => number): Promise<OpenedStore> {
  const stores: Store[] = [];
  const reopen = async () => {
    const store = await openStore({ ...place, now });
    stores.push(store);
    return store;
  };
  const close = async () => {
    for (const store of stores) await store.close();
    await place.remove();
  };
  return { store: await reopen(), place, reopen, close };
}

async function provideFolder(databaseUrl: string): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leave-a-reply-'));
  return { databaseUrl, dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** A schema of its own, so that suites can run beside each other in one database. */
async function provideSchema(databaseUrl: string): Promise<Place> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(databaseUrl, `create schema ${schema}`);
  const folder = await provideFolder(databaseUrl);
  const url = new URL(databaseUrl);
  url.search = `options=${encodeURIComponent(`-c search_path=${schema}`)}`;
  const remove = async () => {
    await ask(databaseUrl, `drop schema ${schema} cascade`);
    await folder.remove();
  };
  return { databaseUrl: url.href, dataDir: folder.dataDir, remove };
}

async function ask(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
