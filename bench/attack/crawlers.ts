import { comments, type Level, type Row } from './level.ts';
import { articles, type Site } from './site.ts';
import { createVisitor, inParallel, times } from './visitor.ts';

const [article] = articles;
const megabyte = 1_048_576;
const address = '192.0.2.1';

async function rowsOn({ census }: Site): Promise<string> {
  return `${await census.rows('sessions')} sessions, ${await census.rows('challenges')} challenges`;
}

async function atMost({ census }: Site, most: number): Promise<boolean> {
  return (await census.rows('sessions')) <= most && (await census.rows('challenges')) <= most;
}

/** A1: reads every article, again and again. */
export const crawls: Level = async (arena) => {
  const count = arena.short ? 1_000 : 10_000;
  const rows: Row[] = [];
  for (const challengeDelivery of ['deferred', 'inline'] as const) {
    const most = challengeDelivery === 'inline' ? 30 : 0;
    const row = await arena.on({ challengeDelivery, database: arena.database }, async (site) => {
      let cookies = 0;
      await inParallel(times(count), 10, async (at) => {
        const crawler = createVisitor(site.url, address);
        if ((await crawler.get(articles[at % 2] ?? '')).setsCookie) cookies += 1;
      });
      const holds = (await atMost(site, most)) && cookies <= most;
      const outcome = `${cookies} cookies, ${await rowsOn(site)}`;
      return {
        level: 'A1',
        did: `${count} GETs, 1 address, ${challengeDelivery}`,
        outcome,
        limit: `${most} each`,
        holds,
      };
    });
    rows.push(row);
  }
  return rows;
};

const words = { body: 'A great many requests', author: 'Crawler' };

type Ask = (visitor: ReturnType<typeof createVisitor>) => Promise<unknown>;
const pages: readonly Ask[] = [(visitor) => visitor.get(article), (visitor) => visitor.post(`${article}/sum`, {})];
const posts: readonly Ask[] = [
  (visitor) => visitor.post(comments(article), words),
  (visitor) => visitor.post(comments(article), { ...words, another: '1' }),
];

interface Kind {
  readonly ways: readonly Ask[];
  /** Visits whose cookies are kept; 0: each request comes without one. */
  readonly visits: number;
  readonly sessions: number;
  readonly challenges: number;
  readonly did: string;
  readonly requests: number;
}

const kinds: readonly Kind[] = [
  { ways: pages, visits: 0, sessions: 30, challenges: 30, did: 'pages and sums, no cookie kept', requests: 100_000 },
  {
    ways: [...pages, ...posts],
    visits: 0,
    sessions: 60,
    challenges: 60,
    did: 'posts without a ticket too',
    requests: 20_000,
  },
  {
    ways: [...pages, ...posts],
    visits: 30,
    sessions: 30,
    challenges: 240,
    did: 'the same in 30 visits',
    requests: 20_000,
  },
];

/** A2: asks for sums without end, from one address. */
export const asks: Level = async (arena) => {
  const rows: Row[] = [];
  for (const kind of kinds)
    rows.push(
      await arena.on({ database: arena.database }, (site) =>
        askMuch(site, arena.short ? { ...kind, requests: 500 } : kind),
      ),
    );
  return rows;
};

async function askMuch(site: Site, { ways, visits, did, requests, ...most }: Kind): Promise<Row> {
  const before = await site.census.bytes();
  const visitor = () => createVisitor(site.url, address);
  const kept = times(visits).map(visitor);
  await inParallel(kept, 10, (each) => each.get(article));
  await inParallel(times(requests), 10, async (at) => {
    await ways[Math.floor(at / Math.max(1, visits)) % ways.length]?.(kept[at % visits] ?? visitor());
  });
  const grown = (await site.census.bytes()) - before;
  const [sessions, challenges] = [await site.census.rows('sessions'), await site.census.rows('challenges')];
  return {
    level: 'A2',
    did: `${requests} requests, 1 address: ${did}`,
    outcome: `${sessions} sessions, ${challenges} challenges, ${Math.round(grown / 1024)} KB more`,
    limit: `≤ ${most.sessions} sessions, ≤ ${most.challenges} challenges, < 1 MB`,
    holds: sessions <= most.sessions && challenges <= most.challenges && grown < megabyte,
  };
}
