import { expect, test } from '@jest/globals';
import { decide } from '../support/deciding.ts';
import { keptReply } from '../support/receipts.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';
import { words } from '../views/render.ts';

describeOnEveryEngine('deleting a comment by its private link', (world) => {
  const seen = async (id: string) => (await world().visitor().open(article)).$(`#comment-${id}`);
  const deleted = async (link: string) => {
    const device = world().visitor();
    const page = await device.open(link);
    const question = await device.open(page.$('a[href*="/receipt/delete"]').attr('href') ?? '');
    return { question, answer: await device.submit(question, 'main form') };
  };

  test('asks first, says honestly where it goes, and hides it from everybody at once; a moderator can undo it', async () => {
    const { id, link } = await keptReply(world(), { body: 'Said too much' });
    await decide(world(), 'approve', id);
    const { question, answer } = await deleted(link);
    expect(question.$('main').text()).toContain('where they can still read it, and put it back');
    expect(answer.headers.location).toMatch(/&done=deleted$/);
    expect((await seen(id)).length).toBe(0);
    const device = world().visitor();
    const page = await device.open(answer.headers.location ?? '');
    expect(page.$('main').text()).toContain('You deleted it. Readers no longer see it.');
    expect(page.$('a[href*="/receipt/delete"], a[href*="/receipt/edit"]').length).toBe(0);
    const mo = await world().moderator();
    const trash = await mo.open('/moderation?status=trash');
    expect(trash.$(`#row-${id} .by-its-author`).text()).toBe('Deleted by its author');
    const desk = await mo.open(`/moderation/comments/${id}`);
    expect(words(desk.$('.tally').text())).toContain('in the trash, put there by its author');
    expect(words(desk.$('.act').first().text())).toContain('published → in the trash by its author');
    const log = await mo.open('/moderation/log');
    expect(words(log.$('.act').first().text())).toContain('1 comment: approved → trash by its author');
    await mo.submit(log, '.act:first-child form');
    expect((await seen(id)).text()).toContain('Said too much');
    expect((await device.open(link)).$('main').text()).toContain('It is published.');
    expect((await (await world().comments.ready).moderation.verify()).broken).toBeNull();
  });

  test('nothing goes for good that was to go into the trash: answered meanwhile, it is asked about anew', async () => {
    const { id, link } = await keptReply(world(), { body: 'Answered meanwhile' });
    await decide(world(), 'approve', id);
    const device = world().visitor();
    const question = await device.open(link.replace('?', '/delete?'));
    await decide(world(), 'approve', idOf(await writeReply(world().visitor(), { body: 'Just in time', parentId: id })));
    const asked = await device.open((await device.submit(question, 'main form')).headers.location ?? '');
    expect(asked.$('main').text()).toContain('goes at once and for good');
    expect((await seen(id)).text()).toContain('Answered meanwhile');
    expect((await device.submit(asked, 'main form')).$('h1').text()).toBe('Your comment is deleted');
    expect((await seen(id)).text().trim()).toBe('This comment was erased.');
  });

  test('of what others have answered only the place stays, for good, and the answers', async () => {
    const { id, token, link } = await keptReply(world(), { body: 'Said *much* too much', author: 'Carla' });
    await decide(world(), 'approve', id);
    const answer = idOf(await writeReply(world().visitor(), { body: 'An answer that stays', parentId: id }));
    await decide(world(), 'approve', answer);
    const { question, answer: done } = await deleted(link);
    expect(question.$('main').text()).toContain('goes at once and for good');
    expect([done.status, done.$('h1').text()]).toEqual([200, 'Your comment is deleted']);
    expect((await seen(id)).text().trim()).toBe('This comment was erased.');
    expect((await seen(answer)).text()).toContain('An answer that stays');
    const mo = await world().moderator();
    const desk = await mo.open(`/moderation/comments/${id}`);
    expect(desk.html).not.toMatch(/too much|Carla/);
    expect(words(desk.$('.act').first().text())).toContain('erased for good by its author');
    const twice = await world().visitor().post('/receipt/delete', { token });
    expect([twice.status, (await world().visitor().open(link)).status]).toEqual([404, 404]);
  });

  test('twice at once deletes once; what a moderator decided against is not theirs to move', async () => {
    const { id, token } = await keptReply(world(), { body: 'Deleted once' });
    const send = () => world().visitor().post('/receipt/delete', { token });
    const done = (await Promise.all([send(), send()])).map(
      ({ headers }) => /done=(\w+)/.exec(headers.location ?? '')?.[1],
    );
    expect(done.toSorted()).toEqual(['deleted', 'gone']);
    const { items } = await (await world().comments.ready).moderation.log(null, { moderatorId: null, commentId: id });
    expect(items).toHaveLength(1);
    const spam = await keptReply(world(), { body: 'Marked as spam' });
    await decide(world(), 'spam', spam.id);
    expect((await world().visitor().post('/receipt/delete', { token: spam.token })).headers.location).toMatch(
      /done=gone$/,
    );
    const mo = await world().moderator();
    expect((await mo.open('/moderation?status=spam')).$(`#row-${spam.id}`).length).toBe(1);
  });

  test('reading the pages that ask changes nothing, by whichever method', async () => {
    const { id, link } = await keptReply(world(), { body: 'Opened by a scanner' });
    await decide(world(), 'approve', id);
    const before = (await seen(id)).find('.comment-body').html();
    const { agent } = world().visitor();
    for (const page of ['', '/edit', '/delete', '/export', '/erasure', '/send'])
      for (const method of ['get', 'head', 'options'] as const)
        for (let times = 0; times < 2; times += 1) {
          const path = `${link.replace('?', `${page}?`)}&sure=yes&body=Other+words&scope=comment`;
          expect((await agent[method](path)).status).toBeLessThan(500);
        }
    expect((await seen(id)).find('.comment-body').html()).toBe(before);
    const { items } = await (await world().comments.ready).moderation.log(null, { moderatorId: null, commentId: id });
    expect(items).toHaveLength(1);
  });
});
