import { expect, test } from '@jest/globals';
import Parser from 'rss-parser';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

type Answered = { readonly $: { readonly ref: string } };
const parser = new Parser<{ id: string }, { id: string; 'thr:in-reply-to'?: Answered }>({
  customFields: { feed: ['id'], item: ['id', 'thr:in-reply-to'] },
});

async function read(world: World, path: string) {
  const answer = await world.visitor().open(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  return { answer, feed: await parser.parseString(answer.html) };
}

const hostile = '</name><b>"&\'<!-- ]]> Ann';

describeOnEveryEngine('feeds', (world) => {
  let root = '';
  let reply = '';

  test('hold what was approved, the newest first, with hostile names and texts as they are', async () => {
    expect((await read(world(), '/feed.atom')).feed.items).toEqual([]);
    root = await world().published('</content> & <b>fine</b> ]]>', { author: hostile, email: 'canary@example.org' });
    reply = await world().published('An answer', { parentId: root, author: 'Bob' });
    await writeReply(world().visitor(), { body: 'Waits for a moderator' });
    const { feed, answer } = await read(world(), `${article}/feed.atom`);
    expect(feed.title).toBe('Replies to “An open letter”');
    expect(feed.items.map(({ title }) => title)).toEqual(['Bob on “An open letter”', `${hostile} on “An open letter”`]);
    expect(feed.items[1]?.content).toContain('<b>fine</b> ]]&gt;');
    expect(feed.items[0]?.['thr:in-reply-to']?.$.ref).toBe(feed.items[1]?.id);
    expect(feed.items.map(({ link }) => link)).toEqual([reply, root].map((id) => `${article}/comments/${id}`));
    expect(answer.html).not.toContain('canary');
    expect((await read(world(), '/feed.atom')).feed.items.length).toBe(2);
  });

  test('of one comment hold what answers it', async () => {
    const { feed } = await read(world(), `${article}/comments/${root}/feed.atom`);
    expect(feed.items.map(({ id }) => id)).toEqual([`urn:uuid:${reply}`]);
    expect((await read(world(), `${article}/comments/${reply}/feed.atom`)).feed.items).toEqual([]);
  });

  test('each has an id of its own, the same every time', async () => {
    const paths = ['/feed.atom', `${article}/feed.atom`, `${article}/comments/${root}/feed.atom`];
    const ids = async () => Promise.all(paths.map(async (path) => (await read(world(), path)).feed.id));
    const first = await ids();
    expect(new Set(first).size).toBe(3);
    for (const id of first)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await ids()).toEqual(first);
  });

  test('may be cached, are sent once to whoever has them, and set no cookie, not even for moderators', async () => {
    const mo = await world().moderator();
    for (const path of ['/feed.atom', `${article}/feed.atom`]) {
      const { headers } = await mo.open(path);
      expect([headers['cache-control'], headers['set-cookie']]).toEqual(['public, max-age=60', undefined]);
      const again = await mo.agent.get(path).set('if-none-match', headers.etag ?? '');
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });

  test('are named in the head of the pages they belong to', async () => {
    const feedsOf = async (path: string) => {
      const page = await world().visitor().open(path);
      const links = page.$('link[rel=alternate][type="application/atom+xml"]').toArray();
      return links.map((link) => page.$(link).attr('href'));
    };
    expect(await feedsOf('/')).toEqual(['/feed.atom']);
    expect(await feedsOf(article)).toEqual([`${article}/feed.atom`, '/feed.atom']);
    expect(await feedsOf(`${article}?replyTo=${root}`)).toContain(`${article}/comments/${root}/feed.atom`);
  });

  test('there is none where there is nothing', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    const paths = [
      '/articles/nowhere/feed.atom',
      `${article}/comments/${unknown}/feed.atom`,
      `${article}/comments/1/feed.atom`,
    ];
    for (const path of paths) expect((await world().visitor().open(path)).status).toBe(404);
  });

  test('lose what a moderator takes back, and what stood below it', async () => {
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: root, action: 'trash' });
    expect((await read(world(), '/feed.atom')).feed.items).toEqual([]);
    expect((await read(world(), `${article}/feed.atom`)).feed.items).toEqual([]);
    expect((await world().visitor().open(`${article}/comments/${reply}/feed.atom`)).status).toBe(404);
  });
});

describeOnEveryEngine(
  'a site that knows its public address',
  (world) => {
    test('starts every address in a feed with it, whatever the request calls the host', async () => {
      const id = idOf(await writeReply(world().visitor(), { body: 'Where am I?' }));
      const answer = await world().visitor({ host: 'evil.example' }).open('/feed.atom');
      expect(answer.html).not.toContain('evil');
      const { items, link, feedUrl } = await parser.parseString(answer.html);
      const site = 'http://news.example.org/talk';
      expect([link, feedUrl, items[0]?.link]).toEqual([
        `${site}/`,
        `${site}/feed.atom`,
        `${site}${article}/comments/${id}`,
      ]);
    });
  },
  { firstComment: 'publish', baseUrl: 'http://news.example.org/talk' },
);
