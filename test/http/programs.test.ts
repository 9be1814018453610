import { expect, test } from '@jest/globals';
import Parser from 'rss-parser';
import type { ConversationJson } from '../../src/http/comments-json.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('what programs read', (world) => {
  const json = async () => (await world().visitor().agent.get(`${article}/comments.json`)).body as ConversationJson;
  const feed = async (path: string) => new Parser().parseString((await world().visitor().open(path)).html);
  const data = async () => {
    const page = await world().visitor().open(article);
    return JSON.parse(page.$('script[type="application/ld+json"]').text()).comment;
  };
  let root = '';

  test('names a moderator as one, and never the address', async () => {
    root = await world().published('May I ask?', { author: 'Xenia', website: 'https://xenia.example' });
    const mo = await world().moderator();
    const page = await mo.open(`/moderation/comments/${root}`);
    await mo.submit(page, 'form[action$="/reply"]', { body: 'You may.' });
    const { comments } = await json();
    expect(comments.map(({ byModerator }) => byModerator)).toEqual([false, true]);
    const told = await world().visitor().open(`${article}/feed.atom`);
    expect(told.html.match(/<category term="moderator"/g)).toHaveLength(1);
    expect(told.html + JSON.stringify([comments, await data()])).not.toContain('mo@example');
  });

  test('says of an edited comment when that was', async () => {
    const mo = await world().moderator();
    const page = await mo.open(`/moderation/comments/${root}`);
    await mo.submit(page, 'form[action$="/edit"]', { body: 'May I ask, please?' });
    const [edited, answer] = (await json()).comments;
    expect([typeof edited?.editedAt, answer?.editedAt]).toEqual(['string', null]);
    const told = await world().visitor().open(`${article}/feed.atom`);
    expect(told.html).toContain(`<updated>${edited?.editedAt}</updated>`);
  });

  test('keeps of an erased comment its place alone', async () => {
    const gone = await world().published('An answer to be erased', { parentId: root, author: 'Xenia' });
    const mo = await world().moderator();
    const question = await mo.open(`/moderation/erase?ids=${root}&ids=${gone}`);
    await mo.submit(question, 'form[action="/moderation/erase"]', { sure: 'yes', ids: [root, gone] });
    const body = await json();
    expect(body.comments[0]).toMatchObject({
      id: root,
      erased: true,
      author: null,
      html: null,
      byModerator: false,
      editedAt: null,
    });
    expect(body.comments[1]).toMatchObject({ parentId: root, depth: 1, erased: false });
    expect(JSON.stringify([body, await data()])).not.toMatch(/xenia|ask/i);
    expect((await data()).length).toBe(1);
    for (const path of ['/feed.atom', `${article}/feed.atom`, `${article}/comments/${root}/feed.atom`])
      expect((await feed(path)).items.map(({ title }) => title)).toEqual(['mo on “An open letter”']);
    expect((await feed(`${article}/comments/${root}/feed.atom`)).title).toMatch(/^Replies to an erased comment on/);
    expect((await world().visitor().open(`${article}/comments/${root}`)).status).toBe(303);
  });
});
