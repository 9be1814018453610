import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const commentsOn = (page: Shown): readonly string[] =>
  page
    .$('[id^=comment-]')
    .toArray()
    .map((element) => String(page.$(element).attr('id')).slice('comment-'.length));

async function write(world: World, body: string, parentId = ''): Promise<string> {
  return idOf(await writeReply(world.visitor(), { body, parentId }));
}

const unknown = '01890000-0000-7000-8000-000000000000';

describeOnEveryEngine(
  'a conversation of some length',
  (world) => {
    const roots: string[] = [];
    let deep = '';

    test('is sorted by links; head and foot of a page lead to those beside it', async () => {
      for (const number of [1, 2, 3, 4, 5]) roots.push(await write(world(), `Root ${number}`));
      let parentId = roots[1] ?? '';
      for (const number of [1, 2, 3, 4]) parentId = deep = await write(world(), `Reply ${number}`, parentId);
      const visitor = world().visitor();
      const page = await visitor.open(article);
      const links = page.$('.sorts a').toArray();
      expect(links.map((link) => page.$(link).attr('href'))).toEqual([
        `${article}#replies`,
        `${article}?sort=newest#replies`,
        `${article}?sort=discussed#replies`,
      ]);
      const [one, two, three, four, five] = roots;
      const discussed = await visitor.open(`${article}?sort=discussed`);
      expect(commentsOn(discussed)[0]).toBe(two);
      expect(discussed.$('.sorts [aria-current]').text()).toBe('Most discussed');
      const newest = await visitor.open(`${article}?sort=newest`);
      expect(commentsOn(newest)).toEqual([five, four]);
      const after = await visitor.open(newest.$('link[rel=next]').attr('href') ?? '');
      expect(commentsOn(after).filter((id) => roots.includes(id))).toEqual([three, two]);
      expect(after.$('a[rel=prev]').attr('href')).toBe(`${article}?sort=newest#replies`);
      const last = await visitor.open(after.$('link[rel=next]').attr('href') ?? '');
      expect(commentsOn(last)).toEqual([one]);
      expect(last.$('[rel=next]').length).toBe(0);
      expect(last.$('a[rel=prev]').attr('href')).toBe(newest.$('a[rel=next]').attr('href'));
    });

    test('shows replies as deep as the site says, and whom the deeper ones answer', async () => {
      const page = await world().visitor().open(`${article}?from=${roots[1]}`);
      const depths = page
        .$('.comment')
        .toArray()
        .map((element) => /depth-(\d)/.exec(page.$(element).attr('class') ?? '')?.[1]);
      expect(depths).toEqual(['0', '1', '2', '2', '2', '0']);
      expect(page.$(`#comment-${deep} .in-reply-to a`).attr('href')).toMatch(/^#comment-/);
    });

    test('leads from the lasting address of a comment to the page that shows it', async () => {
      const visitor = world().visitor();
      for (const id of [...roots, deep]) {
        const led = await visitor.open(`${article}/comments/${id}`);
        expect([led.status, led.headers['set-cookie']]).toEqual([303, undefined]);
        const [path = '', fragment] = (led.headers.location ?? '').split('#');
        expect(fragment).toBe(`comment-${id}`);
        const page = await visitor.open(path);
        expect(page.$(`#comment-${id} time`).closest('a').attr('href')).toBe(`${article}/comments/${id}`);
      }
    });

    test.each([
      ['of nothing', () => `${article}/comments/${unknown}`],
      ['that is none', () => `${article}/comments/%00`],
      ['on another article', () => `/articles/second-letter/comments/${roots[0]}`],
      ['on no article', () => `/articles/nowhere/comments/${roots[0]}`],
    ])('knows no address %s', async (_name, path) => {
      expect((await world().visitor().open(path())).status).toBe(404);
    });

    test('a cursor that makes no sense leads to the first page, never to an error', async () => {
      const first = commentsOn(await world().visitor().open(article));
      for (const query of [
        'from=1',
        `from=3-${roots[2]}`,
        `sort=worst`,
        'from[]=1',
        `from=${roots[0]}&from=${roots[1]}`,
      ])
        expect(commentsOn(await world().visitor().open(`${article}?${query}`))).toEqual(first);
      const discussed = await world().visitor().open(`${article}?sort=discussed&from=999999999-${unknown}`);
      expect(commentsOn(discussed)[0]).toBe(roots[1]);
    });
  },
  { firstComment: 'publish', commentsPerPage: 2, replyDepth: 2 },
);

describeOnEveryEngine('a comment that waits', (world) => {
  test('has an address for its author alone, on a page that shows it', async () => {
    const ann = world().visitor();
    const id = idOf(await writeReply(ann, { body: 'Not for everybody yet' }));
    const path = `${article}/comments/${id}`;
    expect((await ann.open(path)).headers.location).toBe(`${article}#comment-${id}`);
    expect((await world().visitor().open(path)).status).toBe(404);
  });

  test('so has a reply to a comment that went; it is nobody’s', async () => {
    const root = await world().published('Soon in the trash');
    const reply = await world().published('Left without it', { parentId: root });
    const path = `${article}/comments/${reply}`;
    expect((await world().visitor().open(path)).status).toBe(303);
    const mo = await world().moderator();
    await mo.submit(await mo.open('/moderation?status=approved'), 'form#bulk', { ids: root, action: 'trash' });
    expect((await world().visitor().open(path)).status).toBe(404);
  });
});

describeOnEveryEngine(
  'a long branch',
  (world) => {
    test('is folded, says by how many and by whom, and opens for a link to what is in it', async () => {
      const root = await write(world(), 'A root');
      const replies: string[] = [];
      for (const author of [...'abcdefghij', 'Kim', 'Lea', 'Kim', 'Max']) {
        const posted = await writeReply(world().visitor(), {
          body: `By ${author}, ${replies.length}`,
          parentId: root,
          author,
        });
        replies.push(idOf(posted));
      }
      const visitor = world().visitor();
      const page = await visitor.open(article);
      expect(page.$('details.fold summary').text().trim()).toBe('4 more replies, by Kim, Lea and 1 other');
      expect(page.$('details.fold [id^=comment-]').length).toBe(4);
      expect(page.$('details[open]').length).toBe(0);
      const led = await visitor.open(`${article}/comments/${replies.at(-1)}`);
      expect(led.headers.location).toBe(`${article}?open=${root}#comment-${replies.at(-1)}`);
      expect((await visitor.open(`${article}?open=${root}`)).$('details[open]').length).toBe(1);
      expect((await visitor.open(`${article}?replyTo=${replies.at(-1)}`)).$('details[open]').length).toBe(1);
      expect((await visitor.open(`${article}/comments/${replies[0]}`)).headers.location).not.toContain('open=');
    });
  },
  { firstComment: 'publish' },
);
