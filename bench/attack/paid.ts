import { addressOf } from './blind.ts';
import { comments, type Level, rowOf } from './level.ts';
import { articles, moderator, type Site } from './site.ts';
import { createVisitor, inParallel, sumOn, times } from './visitor.ts';

const [article] = articles;
const people = 200;
const mark = 'written-for-money';
/** Wherever a comment might be read: pages that are there, and such as other programs have. */
const places = [
  '/',
  ...articles,
  ...['feed', 'feed.atom', 'feed.xml', 'comments.json', 'comments', 'sum'].map((name) => `${article}/${name}`),
  ...[
    '/feed',
    '/feed.xml',
    '/atom.xml',
    '/rss',
    '/sitemap.xml',
    '/api/comments',
    '/comments',
    '/moderation',
    '/metrics',
  ],
];

/** L7: people who are paid to post, each from home, where first comments are held. */
export const paidPeople: Level = (arena) =>
  arena.on({}, async (site) => {
    const visitors = times(people).map((at) => createVisitor(site.url, addressOf(at)));
    const sums = await inParallel(visitors, 10, async (visitor) => sumOn(await visitor.get(article)));
    await site.pass(30_000);
    await inParallel(visitors, 10, (visitor, at) =>
      visitor.post(comments(article), {
        body: `I like [this shop](https://shop.example/${mark}/${at}) very much, I bought ${at} things there`,
        author: `Buyer ${at}`,
        website: `https://shop.example/${mark}`,
        challenge: sums[at]?.challenge ?? '',
        response: sums[at]?.right ?? '',
      }),
    );
    const stranger = createVisitor(site.url, '192.0.2.1');
    const seen = (await Promise.all(places.map((place) => stranger.get(place)))).filter(({ html }) =>
      html.includes(mark),
    );
    const limit = 'P = 0, H = 200, seen at 0';
    const row = await rowOf(site, { level: 'L7', did: '', limit }, (p, h) => p === 0 && h === people);
    const relations = await approveOne(site);
    const did = `${people} people, right answers, a link each; seen by strangers at ${seen.length} of ${places.length} addresses; one approved by hand then links with rel="${relations}"`;
    return [{ ...row, did, holds: row.holds && seen.length === 0 && relations === 'nofollow ugc noopener' }];
  });

/** By the moderator's own pages; gives what its links say of themselves. */
async function approveOne(site: Site): Promise<string> {
  const mo = createVisitor(site.url, '192.0.2.2');
  await mo.post('/sign-in', { ...moderator, csrf: tokenOn(await mo.get('/sign-in')) });
  const queue = await mo.get('/moderation');
  const ids = /name="ids" value="([^"]+)"/.exec(queue.html)?.[1] ?? '';
  await mo.post('/moderation', { action: 'approve', ids, csrf: tokenOn(queue) });
  const page = await mo.get(article);
  const links = [...page.html.matchAll(new RegExp(`<a [^>]*${mark}[^>]*>`, 'g'))];
  const relations = new Set(links.map(([link]) => /rel="([^"]*)"/.exec(link)?.[1] ?? 'none'));
  return [...relations].join(' | ');
}

const tokenOn = ({ html }: { readonly html: string }): string => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
