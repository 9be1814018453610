import { type Campaign, run } from './campaign.ts';
import { type Level, type Row, rowOf } from './level.ts';
import { times } from './visitor.ts';

const open = { firstComment: 'publish' } as const;

/** So many addresses, evenly in so many networks. */
const spread = (addresses: number, networks: number): readonly string[] =>
  times(addresses).map((at) => {
    const network = at % networks;
    return `10.${network >> 8}.${network & 255}.${1 + Math.floor(at / networks)}`;
  });

/** L3: guesses, with a fresh sum each. */
export const guesses: Level = async (arena) => {
  // Fewer would stay below the limits by chance, guarded or not.
  const posts = arena.short ? 400 : 1_000;
  const kinds = [
    { level: 'L3a', addresses: spread(1, 1), from: '1 address', limit: 'P ≤ 3, H ≤ 5', most: [3, 5] },
    {
      level: 'L3c',
      addresses: spread(100, 10),
      from: '100 addresses, 10 networks',
      limit: 'P ≤ 9, H ≤ 75',
      most: [9, 75],
    },
    { level: 'L3d', addresses: spread(1_000, 1_000), from: '1,000 networks', limit: 'P ≤ 9, H ≤ 75', most: [9, 75] },
  ] as const;
  const rows: Row[] = [];
  for (const { level, addresses, from, limit, most } of kinds) {
    const campaign: Campaign = { addresses, posts, minutes: 10, rounds: 20, answer: () => String(arena.draw(21)) };
    rows.push(
      await arena.on(open, async (site) => {
        const { answered } = await run(site, campaign);
        const did = `${posts} guesses in 10 min, ${from}; ${answered} had a sum`;
        return rowOf(site, { level, did, limit }, (p, h) => p <= most[0] && h <= most[1]);
      }),
    );
  }
  return rows;
};

/** L5: always right. */
export const alwaysRight: Level = async (arena) => {
  const posts = arena.short ? 200 : 1_000;
  const answer = (right: string): string => right;
  const one = { addresses: spread(1, 1), posts, minutes: 10, rounds: 20, answer };
  const many = { addresses: spread(100, 10), posts, minutes: 60, rounds: 30, answer };
  return [
    await arena.on(open, async (site) => {
      const { answered } = await run(site, one);
      const did = `${posts} right answers in 10 min, 1 address; ${answered} had a sum`;
      return rowOf(site, { level: 'L5a', did, limit: 'P ≤ 3, H ≤ 5' }, (p, h) => p <= 3 && h <= 5);
    }),
    await arena.on(open, async (site) => {
      const { answered } = await run(site, many);
      const did = `${posts} right answers in 1 h, 100 addresses, 10 networks; ${answered} had a sum`;
      return rowOf(site, { level: 'L5b', did, limit: 'P ≤ 30, H ≤ 500' }, (p, h) => p <= 30 && h <= 500);
    }),
  ];
};
