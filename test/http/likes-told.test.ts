import { expect, test } from '@jest/globals';
import type { ConversationJson } from '../../src/http/comments-json.ts';
import { likeOn, likePath, likesOf } from '../support/likes.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

const json = `${article}/comments.json`;

describeOnEveryEngine('what is told of likes', (world) => {
  test('is how many there are, to programs too', async () => {
    const [one, other] = [await world().published('Liked'), await world().published('Not liked')];
    for (const _each of [1, 2]) await likeOn(world().visitor(), one);
    const { body } = await world().visitor().agent.get(json);
    const { comments } = body as ConversationJson;
    expect(comments.map(({ id, likes }) => [id, likes])).toEqual([
      [one, 2],
      [other, 0],
    ]);
    const page = await world().visitor().open(article);
    const { comment } = JSON.parse(page.$('script[type="application/ld+json"]').text());
    expect(comment.map((each: { upvoteCount?: number }) => each.upvoteCount)).toEqual([2, undefined]);
  });
});

describeOnEveryEngine(
  'likes that are switched off',
  (world) => {
    test('have neither button, count, route nor field', async () => {
      const id = await world().published('Not to be liked');
      const page = await world().visitor().open(article);
      expect(likesOf(page, id)).toEqual({ pressed: null, words: '' });
      expect(page.$('#liking, .like, .like-count, script[src$="likes.js"]').length).toBe(0);
      const ann = world().visitor({ 'sec-fetch-site': 'same-origin' });
      expect((await ann.post(likePath(id), { act: 'like' })).status).toBe(404);
      const { body } = await world().visitor().agent.get(json);
      expect((body as ConversationJson).comments.map((comment) => 'likes' in comment)).toEqual([false]);
    });
  },
  { likes: 'off' },
);
