import { expect, test } from '@jest/globals';
import type { ConversationJson } from '../../src/http/comments-json.ts';
import type { Browser, Shown } from '../support/browser.ts';
import { decide } from '../support/deciding.ts';
import { article, describeOnEveryEngine, idOf, type World, writeReply } from '../support/world.ts';

const markedOn = (page: Shown): readonly (string | undefined)[] =>
  page
    .$('.own-mark')
    .toArray()
    .map((mark) => page.$(mark).closest('.comment').attr('id')?.slice('comment-'.length));

const badgeOf = (page: Shown, id: string): string => page.$(`#comment-${id} h3 .badge`).text();

describeOnEveryEngine('who wrote a comment', (world) => {
  test('is told to whoever did, while it waits and after, and to nobody else', async () => {
    const ann = world().visitor();
    const own = idOf(await writeReply(ann, { body: 'Mine' }));
    const other = await world().published('Not mine');
    expect(markedOn(await ann.open(article))).toEqual([own]);
    await decide(world(), 'approve', own);
    const mo = await world().moderator();
    const page = await ann.open(article);
    expect([markedOn(page), page.$(`#comment-${own} .own-mark`).text()]).toEqual([[own], 'You']);
    expect(page.headers['cache-control']).toBe('private, no-store');
    for (const reader of [world().visitor(), world().visitor({ cookie: 'sid=x; author=y' }), mo])
      expect(markedOn(await reader.open(article))).toEqual([]);
    const bob = world().visitor();
    const bobs = idOf(await writeReply(bob, { body: 'Bob’s', parentId: other }));
    expect(markedOn(await bob.open(article))).toEqual([bobs]);
  });

  test('is known by the device that was asked to remember, in another session too; by the name never', async () => {
    const ann = world().visitor();
    const posted = await writeReply(ann, { body: 'Remembered', author: 'Ann Öberg', remember: '1' });
    await decide(world(), 'approve', idOf(posted));
    const author = [posted.headers['set-cookie']].flat().find((cookie) => cookie?.startsWith('author='));
    const later = world().visitor({ cookie: author?.split(';')[0] ?? '' });
    expect(markedOn(await later.open(article))).toEqual([idOf(posted)]);
    const namesake = world().visitor();
    const theirs = idOf(await writeReply(namesake, { body: 'A namesake', author: 'Ann Öberg' }));
    expect(markedOn(await namesake.open(article))).toEqual([theirs]);
  });

  test('a moderator has the badge of a moderator; under the name that the article is signed with, of its author', async () => {
    const parent = await world().published('To be answered');
    const mo = await world().moderator();
    const asModerator = await reply(world(), mo, parent, 'As a moderator');
    await mo.submit(await mo.open('/account'), 'form[action="/account/name"]', { name: 'The Editors' });
    const asAuthor = await reply(world(), mo, parent, 'As the author');
    const page = await world().visitor().open(article);
    expect([badgeOf(page, asModerator), badgeOf(page, asAuthor), badgeOf(page, parent)]).toEqual([
      'Moderator',
      'Author',
      '',
    ]);
    expect(markedOn(await mo.open(article))).toEqual([asModerator, asAuthor]);
    const json = (await world().visitor().agent.get(`${article}/comments.json`)).body as ConversationJson;
    const told = (id: string) => json.comments.find((each) => each.id === id);
    expect(told(asModerator)).toMatchObject({ byModerator: true, byAuthor: false });
    expect(told(asAuthor)).toMatchObject({ byModerator: true, byAuthor: true });
    expect(told(parent)).toMatchObject({ byModerator: false, byAuthor: false });
  });

  test('a visitor under the author’s name gets none, even when a moderator approves it', async () => {
    const id = await world().published('I am the author, am I not?', { author: 'The Editors' });
    expect(badgeOf(await world().visitor().open(article), id)).toBe('');
    const json = (await world().visitor().agent.get(`${article}/comments.json`)).body as ConversationJson;
    expect(json.comments.find((each) => each.id === id)).toMatchObject({ byModerator: false, byAuthor: false });
  });
});

/** Gives the id of the reply. */
async function reply(world: World, mo: Browser, parent: string, body: string): Promise<string> {
  await mo.submit(await mo.open(`/moderation/comments/${parent}`), 'form[action$="/reply"]', { body });
  const page = await world.visitor().open(article);
  const shown = page.$('.comment').filter((_at, each) => page.$(each).find('.comment-body').text().includes(body));
  return shown.attr('id')?.slice('comment-'.length) ?? '';
}
