import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import type { Place } from '../place.ts';

const threads = 50;
/** One in so many comments is one of a group of near-duplicates, of which there are `groups`. */
const groups = 200;

/** Every number from 0 up to, but without, `count`, in a column `n` of a table `numbers`; each engine counts in its own way. */
const counting = {
  sqlite: (count: number) =>
    `with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n + 1 < ${count})`,
  postgres: (count: number) => `with numbers (n) as (select * from generate_series(0, ${count - 1}))`,
};

/** Of ten comments six wait, two are public, one is spam, one is trash; a second lies between two of them. */
const rows = (id: string): string => `
  select ${id}, 'article-' || (n % ${threads}), null, ${id},
    case when n % 10 < 6 then 'pending' when n % 10 < 8 then 'approved' when n % 10 = 8 then 'spam' else 'trash' end,
    'First comment of this author', 'Reader ' || (n % 5000), 'reader' || (n % 5000) || '@example.org', null,
    'What struck me is how little was said about meeting ' || n || case n % 1000 when 3 then ' at the lighthouse' else '' end,
    '<p>What struck me is how little was said about meeting ' || n || '</p>', 1, 's' || n, 'visitor-' || (n % 20000),
    1700000000000 + n * 1000, case n % 100 when 1 then 'links' else 'firstComment' end, 'net-' || (n % 3000),
    case when n % 3 = 0 and n >= ${groups} * 3 then ID_OF_GROUP else ${id} end, (n % 1000) / 1000.0
  from numbers`;

const columns = `id, thread_key, parent_id, root_id, status, reason, author_name, author_email, author_website, body,
  html, markup_version, submission_id, visitor, created_at, rule, network, cluster, spam_score`;

/** UUIDv7 of the moment at which comment `n` was written. */
const idOf = (n: string, hex: (number: string) => string): string => {
  const time = hex(`(1700000000000 + (${n}) * 1000)`);
  return `substr(${time}, 1, 8) || '-' || substr(${time}, 9, 4) || '-7000-8000-000000000000'`;
};

/** Writes so many comments, the same in every run, through the triggers that keep counts, groups and words. */
export async function fill(place: Place, count: number): Promise<void> {
  const { databaseUrl, dataDir } = place;
  const store = await openStore({ databaseUrl: databaseUrl ?? 'sqlite:', dataDir, now: Date.now });
  await store.close();
  const engine = databaseUrl === null ? 'sqlite' : 'postgres';
  const hex = (number: string): string =>
    engine === 'sqlite' ? `printf('%012x', ${number})` : `lpad(to_hex(${number}::bigint), 12, '0')`;
  const comments = rows(idOf('n', hex)).replace('ID_OF_GROUP', idOf(`(n / 3 % ${groups}) * 3`, hex));
  const statements = [
    `${counting[engine](threads)} insert into threads (key, url, title)
      select 'article-' || n, '/articles/article-' || n, 'Article ' || n from numbers`,
    ...(engine === 'sqlite' ? [] : ['set statement_timeout = 0']),
    // SQLite takes "insert" behind "with"; both take it in front of the select that uses it.
    `insert into comments (${columns}) ${counting[engine](count)} ${comments}`,
    'analyze',
  ];
  await (databaseUrl === null ? runFile(join(dataDir, 'comments.db'), statements) : runServer(databaseUrl, statements));
}

async function runFile(file: string, statements: readonly string[]): Promise<void> {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  for (const statement of statements) database.exec(statement);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

async function runServer(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
