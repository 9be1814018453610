import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { createErasing } from '../../src/comments/erasing.ts';
import { createFlood } from '../../src/comments/flood.ts';
import { createLiking, type Liker, likerMs } from '../../src/comments/liking.ts';
import { defaultLimits as limits } from '../../src/comments/limits.ts';
import { aComment, idOf, thread } from '../store/samples.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

const from = (id: string, network = id, author: string | null = null): Liker => ({
  visitor: { id, address: network, network, author },
  moderatorId: null,
});

describe.each(engines.map((engine) => [engine.name, engine] as const))('liking (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let now = 0;
  let refused: string[];
  beforeEach(async () => {
    opened = await engine.open();
    now = 1_700_000_000_000;
    refused = [];
  });
  afterEach(() => opened.close());

  const liking = () => {
    const { store } = opened;
    const tally = { count: (_what: string, key = '') => void refused.push(key) };
    const flood = createFlood({ openBudget: store.openBudget, limits, tally });
    return createLiking({ ...store, flood, limits, keyed: (purpose, text) => `${purpose}: ${text}`, now: () => now });
  };
  const add = async (number: number, fields: Parameters<typeof aComment>[1] = {}): Promise<string> => {
    await opened.store.comments.add(aComment(number, { status: 'approved', ...fields }), thread);
    return idOf(number);
  };
  const like = (id: string, liker: Liker) => liking().like(thread.key, id, liker);
  const takeBack = (id: string, liker: Liker) => liking().takeBack(thread.key, id, liker);

  test('counts one, however often and from how many tabs, and none when it is taken back', async () => {
    const id = await add(1);
    const likes = await Promise.all(Array.from({ length: 10 }, () => like(id, from('bob'))));
    expect(likes).toEqual(Array.from({ length: 10 }, () => ({ count: 1, own: true })));
    expect(await like(id, from('carol'))).toEqual({ count: 2, own: true });
    expect(await takeBack(id, from('bob'))).toEqual({ count: 1, own: false });
    expect(await takeBack(id, from('bob'))).toEqual({ count: 1, own: false });
    expect(await takeBack(id, from('carol'))).toEqual({ count: 0, own: false });
    expect(await liking().on(thread.key, [id], from('bob').visitor)).toEqual(new Map());
  });

  test('is for what others wrote and everybody can see', async () => {
    const own = await add(1);
    const device = await add(2, { visitor: 'before', authorKey: 'device' });
    const moderators = await add(3, { visitor: 'moderator-mo', moderatorId: 'mo' });
    const trashed = await add(4, { status: 'trash' });
    const below = await add(5, { parentId: trashed, rootId: trashed });
    const erased = await add(6, { erasedAt: now });
    const pending = await add(7, { status: 'pending' });
    const mo: Liker = { ...from('mo-now'), moderatorId: 'mo' };
    const ann = from('visitor-of-ann', 'here', 'device');
    for (const [id, liker] of [
      [own, ann],
      [device, ann],
      [moderators, mo],
    ] as const) {
      await expect(like(id, liker)).rejects.toMatchObject({ code: 'invalid' });
      await expect(liking().find(thread.key, id, liker)).rejects.toMatchObject({ code: 'invalid' });
      expect(await like(id, from('bob'))).toEqual({ count: 1, own: true });
    }
    for (const id of [trashed, below, erased, pending, idOf(9)]) {
      await expect(like(id, from('bob'))).rejects.toMatchObject({ code: 'not-found' });
      await expect(takeBack(id, from('bob'))).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(liking().like('elsewhere', own, from('bob'))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that comes while the comment is erased leaves nothing behind', async () => {
    const { store } = opened;
    const parts = { ...store, perPage: 3, newId, now: () => (now += 1), scrub: async () => {} };
    const ids: string[] = [];
    for (let number = 1; number <= 12; number += 1) ids.push(await add(number));
    const meanwhile = ids.flatMap((id) => [createErasing(parts).erase([id], 'mo'), like(id, from(`near-${id}`))]);
    await Promise.allSettled(meanwhile);
    expect(await liking().on(thread.key, ids, null)).toEqual(new Map());
  });

  test('keeps nothing by which two likes, or a like and a comment, are known to be of one visitor', async () => {
    const here = await add(1);
    await opened.store.comments.add(aComment(2, { status: 'approved', threadKey: 'moon' }), { ...thread, key: 'moon' });
    await like(here, from('bob', 'near'));
    await liking().like('moon', idOf(2), from('bob', 'near'));
    const { likes } = opened.store;
    for (const visitor of ['bob', `like: moon bob`])
      expect((await likes.on([here], visitor)).get(here)?.own).toBe(false);
    expect((await likes.on([here], `like: ${thread.key} bob`)).get(here)?.own).toBe(true);
    const given = (id: string, of: string) =>
      likes.countFrom({ commentId: id, network: `like-network: ${of} near` }, 0);
    expect([await given(here, here), await given(here, idOf(2)), await given(idOf(2), idOf(2))]).toEqual([1, 0, 1]);
  });

  test('five of one network for one comment in 30 days, sixty in an hour, and what is refused is counted', async () => {
    const id = await add(1);
    const neighbours = Array.from({ length: 8 }, (_each, number) => from(`visitor-${number}`, 'near'));
    const tried = await Promise.allSettled(neighbours.map((liker) => like(id, liker)));
    expect(tried.filter(({ status }) => status === 'fulfilled').length).toBe(5);
    expect(refused).toEqual(['likes-comment', 'likes-comment', 'likes-comment']);
    now += likerMs;
    expect(await like(id, from('later', 'near'))).toEqual({ count: 6, own: true });
    for (let arrived = 0; arrived < 54; arrived += 1) await liking().arrive(from(`new-${arrived}`, 'near').visitor);
    await expect(liking().arrive(from('late', 'near').visitor)).rejects.toMatchObject({
      code: 'too-many',
      limit: 'likes-network',
      message: expect.stringMatching(/Try again in (59|60) minutes\.$/),
    });
    await expect(like(await add(2), from('late', 'near'))).rejects.toMatchObject({ limit: 'likes-network' });
    expect(await like(id, from('later', 'near'))).toMatchObject({ own: true });
    expect(await like(id, from('far'))).toEqual({ count: 7, own: true });
  });
});
