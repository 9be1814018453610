import { expect, test } from '@jest/globals';
import type { ConversationJson } from '../../src/http/comments-json.ts';
import type { Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

const commentsOn = (page: Shown): readonly string[] =>
  page
    .$('[id^=comment-]')
    .toArray()
    .map((element) => String(page.$(element).attr('id')).slice('comment-'.length));

const pathOf = (href: string | undefined): string => (href ?? '').split('#')[0] ?? '';
const unknown = '01890000-0000-7000-8000-000000000000';

describeOnEveryEngine(
  'a branch that is too long for a page',
  (world) => {
    const replies: string[] = [];
    let root = '';
    let other = '';
    const write = async (body: string, parentId = '', author = 'Ann'): Promise<string> =>
      idOf(await writeReply(world().visitor(), { body, parentId, author }));

    test('ends with a link to the rest, in every order', async () => {
      root = await write('The root', '', 'Rosa');
      other = await write('Another root');
      for (let number = 0; number < 8; number += 1)
        replies.push(await write(`Reply ${number}`, number < 2 ? root : replies[number - 2]));
      for (const sort of ['oldest', 'newest', 'discussed']) {
        const page = await world().visitor().open(`${article}?sort=${sort}`);
        expect(commentsOn(page).toSorted()).toEqual([root, other, ...replies.slice(0, 3)].toSorted());
        expect(words(page.$('.rest').text())).toBe('5 more replies to Rosa');
        expect(page.$('.rest').prevAll('.comment').first().attr('id')).not.toBe(`comment-${other}`);
        expect(page.$('.rest a').attr('href')).toBe(`${article}?branch=${root}&from=${replies[3]}#replies`);
      }
    });

    test('goes on, and back to its root; every reply is met once, below the name of whom it answers', async () => {
      const met: string[] = [];
      const paths = [article];
      for (let path = pathOf((await world().visitor().open(article)).$('.rest a').attr('href')); path; ) {
        const page = await world().visitor().open(path);
        met.push(...commentsOn(page));
        expect(words(page.$('.continues').text())).toBe('More replies to Rosa');
        expect(page.$('.continues a').attr('href')).toBe(`${article}/comments/${root}`);
        expect([page.$('.rest').length, page.$('.sorts [aria-current]').length, page.$('details.fold').length]).toEqual(
          [0, 0, 0],
        );
        expect(page.$('link[rel=prev]').attr('href')).toBe(paths.at(-1));
        expect(page.$('.in-reply-to').length).toBe(page.$('.comment').length);
        paths.push(path);
        path = page.$('link[rel=next]').attr('href') ?? '';
      }
      expect(met).toHaveLength(5);
      expect(new Set(met)).toEqual(new Set(replies.slice(3)));
      expect(paths).toHaveLength(3);
      const last = await world()
        .visitor()
        .open(paths.at(-1) ?? '');
      const first = last.$('.in-reply-to a').first();
      expect(first.attr('href')).toBe(`${article}/comments/${replies[4]}`);
    });

    test('lasting addresses lead to the page that shows the comment', async () => {
      for (const id of [root, other, ...replies]) {
        const led = await world().visitor().open(`${article}/comments/${id}`);
        expect(led.headers.location).toMatch(new RegExp(`#comment-${id}$`));
        const page = await world().visitor().open(pathOf(led.headers.location));
        expect([id, page.$(`#comment-${id}`).length]).toEqual([id, 1]);
      }
    });

    test('can be answered where it goes on; who answers is led to the new reply', async () => {
      const ann = world().visitor();
      const from = `${article}?branch=${root}&from=${replies[6]}`;
      const link = (await ann.open(from)).$(`#comment-${replies[7]} .reply-link`).attr('href');
      expect(link).toBe(`${from}&replyTo=${replies[7]}#reply`);
      const form = await ann.open(pathOf(link));
      expect(form.$('.replying-to a').first().attr('href')).toBe(`#comment-${replies[7]}`);
      const posted = await ann.post(`${article}/comments`, { ...form.reply, body: 'The last word', author: 'Bo' });
      const page = await ann.open(pathOf(posted.headers.location));
      expect(page.$(`#comment-${idOf(posted)} .comment-body`).text()).toContain('The last word');
    });

    test('as JSON: each comment once, by next and more', async () => {
      const met: string[] = [];
      const ahead = [`${article}/comments.json`];
      for (let path = ahead.pop(); path; path = ahead.pop()) {
        const page = (await world().visitor().agent.get(path)).body as ConversationJson;
        met.push(...page.comments.map(({ id }) => id));
        for (const next of [page.next, ...page.comments.map(({ more }) => more)]) if (next) ahead.push(next);
        if (path.includes('branch=')) expect([page.branch, page.previous?.startsWith(article)]).toEqual([root, true]);
      }
      expect(new Set(met).size).toBe(met.length);
      expect(met).toEqual(expect.arrayContaining([root, other, ...replies]));
    });

    test('names no parent in the words of schema.org that is not on the page', async () => {
      const page = await world().visitor().open(`${article}?branch=${root}&from=${replies[3]}`);
      const data = JSON.parse(page.$('script[type="application/ld+json"]').text());
      const ids = data.comment.map((each: Record<string, string>) => each['@id']);
      expect(ids).toHaveLength(3);
      for (const { parentItem } of data.comment) if (parentItem) expect(ids).toContain(parentItem['@id']);
    });

    test('an address that makes no sense leads to the conversation, as JSON to a sentence', async () => {
      const first = commentsOn(await world().visitor().open(article));
      const odd = [`branch=${unknown}&from=${root}`, `branch=${replies[0]}&from=${replies[1]}`, `branch=${root}`];
      for (const query of [...odd, 'branch=x&from=y', `branch[]=${root}&from=${root}`])
        expect(commentsOn(await world().visitor().open(`${article}?${query}`))).toEqual(first);
      const statuses = odd.map((query) => status(world(), `${article}/comments.json?${query}`));
      expect(await Promise.all(statuses)).toEqual([404, 404, 400]);
      expect(await status(world(), `/articles/second-letter/comments.json?branch=${root}&from=${root}`)).toBe(404);
    });
  },
  { firstComment: 'publish', repliesPerPage: 3 },
);

describeOnEveryEngine(
  'a reply in a long branch that waits',
  (world) => {
    test('is found by its author alone, where it will stand, and is not shown in other branches', async () => {
      const root = await world().published('The root');
      const other = await world().published('Another root');
      let reply = root;
      for (const number of [1, 2, 3]) reply = await world().published(`Reply ${number}`, { parentId: reply });
      const ann = world().visitor();
      const form = await ann.open(`${article}?replyTo=${reply}`);
      const posted = await ann.post(`${article}/comments`, { ...form.reply, body: 'Held', author: 'Ann' });
      const path = pathOf(posted.headers.location);
      expect(path).toBe(`${article}?branch=${root}&from=${reply}`);
      expect(commentsOn(await ann.open(path))).toEqual([reply, idOf(posted)]);
      expect(commentsOn(await world().visitor().open(path))).toEqual([reply]);
      await world().published('To the other', { parentId: other });
      await world().published('To the other again', { parentId: other });
      const third = await world().published('And again', { parentId: other });
      expect(commentsOn(await ann.open(`${article}?branch=${other}&from=${third}`))).toEqual([third]);
    });
  },
  { repliesPerPage: 2 },
);

const status = async (world: World, path: string): Promise<number> => (await world.visitor().agent.get(path)).status;
