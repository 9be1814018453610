import { beforeAll, describe, expect, test } from '@jest/globals';
import { orders } from '../../src/comments/queue.ts';
import type { Browser, Fields } from '../support/browser.ts';
import { readThrough, rowsOf } from '../support/queue-reader.ts';
import { describeOnEveryEngine, idOf, type World } from '../support/world.ts';

const spam = (number: number): string => `Buy cheap watches at our shop, offer ${number}: https://watches.example/shop`;

describeOnEveryEngine(
  'finding in the queue',
  (world) => {
    const ids: Record<string, string> = {};
    const day = 24 * 3_600_000;

    beforeAll(async () => {
      ids.early = await write(world(), 'open-letter', { body: 'The harbour was quiet', author: 'Early' });
      world().clock.now += 2 * day;
      ids.ann = await write(world(), 'open-letter', {
        body: 'Boats and nets',
        author: 'Ann',
        email: 'ann@example.org',
      });
      ids.second = await write(world(), 'second-letter', { body: 'On the second one', author: 'Bea' });
      ids.russian = await write(world(), 'russian-letter', { body: 'Тихая гавань', author: 'Вера' });
      for (const number of [1, 2, 3, 4])
        ids[`spam${number}`] = await write(world(), 'open-letter', { body: spam(number), author: `Shop ${number}` });
      ids.links = await write(world(), 'open-letter', {
        body: 'See https://a.example and https://b.example',
        author: 'Linker',
      });
    });

    const find = async (query: string): Promise<readonly string[]> =>
      readThrough(await world().moderator(), `/moderation?${query}`);

    test.each([
      ['words of the text', 'q=harbour', ['early']],
      ['beginnings of words, in any order', 'q=net+boa', ['ann']],
      ['words of a name', 'q=linker', ['links']],
      ['an article', 'article=second-letter', ['second']],
      ['a name', 'author=Bea', ['second']],
      ['an e-mail address', 'author=ann%40example.org', ['ann']],
      ['a rule', 'rule=links', ['links']],
      ['a language', 'language=ru', ['russian']],
      ['days up to one', 'to=2022-01-14', ['early']],
      ['several at once', 'q=watches&author=Shop+2', ['spam2']],
      ['signs alone', 'q=%21%3F', []],
      ['what a database could take for its own', 'q=%22+OR+1%3D1+--%27', []],
      ['what is nowhere', 'q=zebra', []],
    ])('%s', async (_what, query, names) => {
      expect(await find(query)).toEqual(names.map((name) => ids[name]));
    });

    test('days from one on, and a day that is none is told', async () => {
      expect(await find('from=2022-01-16')).not.toContain(ids.early);
      const page = await (await world().moderator()).open('/moderation?from=2022-13-01');
      expect([page.status, page.$('.summary[role=alert]').text()]).toEqual([200, 'Write dates as 2026-01-31.']);
      expect(rowsOf(page).length).toBe(3);
    });

    test('everything of a row leads to what shares it, and every link of the page keeps the filter', async () => {
      const mo = await world().moderator();
      const row = (await mo.open('/moderation?q=boats')).$(`#row-${ids.ann}`);
      const to = (href: string): string => row.find(`a[href*="${href}"]`).attr('href') ?? '';
      expect(to('author=ann%40example.org')).toContain('q=boats');
      expect(rowsOf(await mo.open(to('network=')))).toEqual([ids.ann]);
      expect(rowsOf(await mo.open(to('rule=firstComment')))).toEqual([ids.ann]);
      expect(rowsOf(await mo.open(to('article=open-letter')))).toEqual([ids.ann]);
      const page = await mo.open('/moderation?q=o&article=open-letter&order=spam');
      const kept = page
        .$('.lanes a, .pager a')
        .toArray()
        .map((link) => page.$(link).attr('href') ?? '');
      expect(kept.filter((href) => !/q=o&article=open-letter&order=spam/.test(href))).toEqual([]);
      expect(kept.length).toBeGreaterThan(4);
    });

    test('chips say what is filtered by, and take it off', async () => {
      const mo = await world().moderator();
      const page = await mo.open('/moderation?author=Bea&article=second-letter');
      const chips = page.$('.chips a');
      expect(chips.first().text()).toContain('Article: A second letter');
      expect(chips.first().attr('href')).toBe('/moderation?status=pending&author=Bea');
      expect(page.$('.filter [name=author]').attr('value')).toBe('Bea');
      expect(page.$('.all summary').text()).toBe('Decide on all 1 that match');
    });

    test('what is nearly the same is one row with its size, and a link to all of it', async () => {
      const mo = await world().moderator();
      const all = await readThrough(mo, '/moderation');
      expect(all).toEqual([ids.links, ids.spam4, ids.russian, ids.second, ids.ann, ids.early]);
      const largest = await mo.open('/moderation?order=largest');
      expect(rowsOf(largest)[0]).toBe(ids.spam4);
      const alike = largest.$(`#row-${ids.spam4} .alike a`);
      expect(alike.text()).toBe('3 more like it');
      expect(await readThrough(mo, alike.attr('href') ?? '')).toEqual(
        [4, 3, 2, 1].map((number) => ids[`spam${number}`]),
      );
    });

    describe.each(orders)('ordered by %s', (order) => {
      test('the pages show every row once', async () => {
        const rows = await find(`order=${order}`);
        const grouped = order === 'newest' || order === 'largest';
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.length).toBe(grouped ? 6 : 9);
        const filtered = await find(`order=${order}&article=open-letter`);
        expect(new Set(filtered).size).toBe(7);
        expect(filtered.length).toBe(7);
      });
    });

    test('what is known of the author stands in the row', async () => {
      const ann = world().visitor();
      for (const body of ['One of hers', 'Another of hers'])
        await write(world(), 'second-letter', { body, author: 'Twice' }, ann);
      const page = await (await world().moderator()).open('/moderation?author=Twice');
      expect(page.$('.row').first().text().replace(/\s+/g, ' ')).toContain('Known of the author: 1 more waiting');
    });
  },
  { commentsPerPage: 3 },
);

async function write(world: World, slug: string, fields: Fields, visitor: Browser = world.visitor()): Promise<string> {
  const page = await visitor.open(`/articles/${slug}`);
  const id = idOf(await visitor.post(`/articles/${slug}/comments`, { ...page.reply, ...fields }));
  if (id === '') throw new Error('The comment was not stored');
  return id;
}
