import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { createModeration } from '../../src/comments/moderation.ts';
import { createNewsroom, type Listener, type News } from '../../src/comments/news.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

describe.each(engines.map((engine) => [engine.name, engine] as const))('news of decisions (%s)', (_name, engine) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await engine.open();
    for (const number of [1, 2, 3]) await opened.store.comments.add(aComment(number), thread);
  });
  afterEach(() => opened.close());

  test('what another process decides is heard once, with what stands where', async () => {
    const other = engine.lasting ? await opened.reopen() : opened.store;
    const moderation = createModeration({ ...other, perPage: 3, newId, now: () => 1 });
    await moderation.decide('spam', { ids: [idOf(1)] }, 'bo');
    const news = createNewsroom(opened.store);
    const [early, late] = [listener(), listener()];
    news.listen(early, 0);
    news.listen(late, 1);
    await news.look();
    await moderation.decide('approve', { ids: [idOf(2), idOf(3)] }, 'bo');
    await news.look();
    await news.look();
    expect(early.decided()).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(late.decided()).toEqual([idOf(2), idOf(3)]);
    expect(late.heard.at(-1)?.counts).toEqual({ pending: 0, approved: 2, spam: 1, trash: 0 });
  });

  test('a number that is not there yet hides nothing that comes', async () => {
    const news = createNewsroom(opened.store);
    const ahead = listener();
    news.listen(ahead, 999);
    await news.look();
    await createModeration({ ...opened.store, perPage: 3, newId, now: () => 1 }).decide(
      'spam',
      { ids: [idOf(1)] },
      'bo',
    );
    await news.look();
    expect(ahead.decided()).toEqual([idOf(1)]);
  });

  test('whoever stops hears no more, and there is room for 200', async () => {
    const news = createNewsroom(opened.store);
    const everybody = Array.from({ length: 200 }, listener);
    const stops = everybody.map((each) => news.listen(each, 0));
    expect(news.listen(listener(), 0)).toBeNull();
    stops[0]?.();
    expect(news.listen(listener(), 0)).not.toBeNull();
    await news.look();
    expect([everybody[0]?.heard.length, everybody[1]?.heard.length]).toEqual([0, 1]);
    news.end();
    expect(everybody.map(({ ended }) => ended())).toEqual(everybody.map((_each, at) => at > 0));
    expect(news.listen(listener(), 0)).toBeNull();
  });
});

function listener(): Listener & { readonly heard: News[]; decided(): readonly string[]; ended(): boolean } {
  const heard: News[] = [];
  let over = false;
  return {
    heard,
    hear: async (news) => void heard.push(news),
    end: () => {
      over = true;
    },
    decided: () => heard.flatMap(({ decided }) => decided.map(({ commentId }) => commentId)),
    ended: () => over,
  };
}
