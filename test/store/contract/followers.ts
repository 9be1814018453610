import { describe, expect, test } from '@jest/globals';
import type { Follower } from '../../../src/comments/follower.ts';
import type { MailLink } from '../../../src/comments/mail-link.ts';
import { idOf } from '../samples.ts';
import { atOnce, type World } from './world.ts';

const start = 1_700_000_000_000;

function aFollower(number: number, fields: Partial<Follower> = {}): Follower {
  return {
    id: idOf(number),
    email: `reader-${number}@example.org`,
    threadKey: 'tides',
    commentId: null,
    origin: `browser-${number}`,
    confirmHash: `confirm-${number}`,
    stopHash: `stop-${number}`,
    createdAt: start,
    confirmedAt: start,
    language: 'pt-PT',
    ...fields,
  };
}

const aLink = (hash: string, fields: Partial<MailLink> = {}): MailLink => ({
  hash,
  commentId: idOf(1),
  action: 'approve',
  moderatorId: 'ann',
  expiresAt: start + 10,
  ...fields,
});

export function followersContract(world: World): void {
  describe('followers', () => {
    test('come back as they were added, by their id and the hashes of their links', async () => {
      const { followers } = world.store();
      const follower = aFollower(1, { email: 'o\'"; é@example.org', commentId: idOf(7), confirmedAt: null });
      expect(await followers.add(follower)).toBe(true);
      expect(await followers.byId(idOf(1))).toEqual(follower);
      expect(await followers.byConfirmHash('confirm-1')).toEqual(follower);
      expect(await followers.byStopHash('stop-1')).toEqual(follower);
      expect(await followers.byStopHash('confirm-1')).toBeUndefined();
    });

    test('follow the same but once, a thread and a comment of it each', async () => {
      const { followers } = world.store();
      const same = { email: 'ann@example.org' };
      const adding = [
        aFollower(1, same),
        aFollower(2, same),
        aFollower(3, { ...same, commentId: idOf(7) }),
        aFollower(4, { ...same, commentId: idOf(7) }),
        aFollower(5, { ...same, threadKey: 'moon', language: null }),
      ];
      const added: boolean[] = [];
      for (const follower of adding) added.push(await followers.add(follower));
      expect(added).toEqual([true, false, true, false, true]);
    });

    test('hear of a thread or of comments, once confirmed, a page at a time', async () => {
      const { followers } = world.store();
      const own = [{ commentId: idOf(7) }, { commentId: idOf(8) }, { commentId: idOf(9) }];
      const others = [{ confirmedAt: null }, { threadKey: 'moon' }, {}, {}, {}];
      for (const [at, fields] of [...own, ...others].entries()) await followers.add(aFollower(at + 1, fields));
      const hearing = async (commentIds: readonly string[] | null, after = '', limit = 10) =>
        (await followers.hearing({ threadKey: 'tides', commentIds }, { after, limit })).map(({ id }) => id);
      expect(await hearing([idOf(7), idOf(9)])).toEqual([idOf(1), idOf(3)]);
      expect(await hearing(null, '', 2)).toEqual([idOf(6), idOf(7)]);
      expect(await hearing(null, idOf(7), 2)).toEqual([idOf(8)]);
    });

    test('are known by a browser once it has confirmed the address', async () => {
      const { followers } = world.store();
      await followers.add(aFollower(1, { confirmedAt: null }));
      const shown = () => followers.isShown('reader-1@example.org', 'browser-1');
      expect(await shown()).toBe(false);
      await followers.confirm(idOf(1), start + 5);
      await followers.confirm(idOf(1), start + 9);
      expect([await shown(), (await followers.byId(idOf(1)))?.confirmedAt]).toEqual([true, start + 5]);
      expect(await followers.isShown('reader-1@example.org', 'browser-2')).toBe(false);
    });

    test('go one by one, or all of an address for good', async () => {
      const { followers } = world.store();
      for (const number of [1, 2, 3])
        await followers.add(aFollower(number, { threadKey: `${number}`, email: 'a@b.c' }));
      await followers.add(aFollower(4));
      await followers.remove(idOf(1));
      expect([await followers.byId(idOf(1)), await followers.isRefused('hash')]).toEqual([undefined, false]);
      for (const _twice of [1, 2]) await followers.refuse('a@b.c', 'hash', start);
      const left = await Promise.all([2, 3, 4].map(async (number) => Boolean(await followers.byId(idOf(number)))));
      expect([left, await followers.isRefused('hash')]).toEqual([[false, false, true], true]);
    });

    test('go with the comment when it is erased', async () => {
      const { followers, transaction } = world.store();
      for (const number of [7, 8, 9]) await followers.add(aFollower(number, { commentId: idOf(number) }));
      await transaction(async ({ erasures }) => {
        await erasures.empty(idOf(7), 'approved', start);
        await erasures.remove(idOf(8));
      });
      const left = await Promise.all([7, 8, 9].map(async (number) => Boolean(await followers.byId(idOf(number)))));
      expect(left).toEqual([false, false, true]);
    });

    test('are swept a week after the question that nobody answered', async () => {
      const store = world.store();
      await store.followers.add(aFollower(1, { confirmedAt: null }));
      await store.followers.add(aFollower(2));
      const week = 7 * 24 * 3_600_000;
      await store.sweep(start + week - 1);
      expect(await store.followers.byId(idOf(1))).toBeDefined();
      await store.sweep(start + week);
      expect(await store.followers.byId(idOf(1))).toBeUndefined();
      expect(await store.followers.byId(idOf(2))).toBeDefined();
    });
  });

  describe('links that decide by mail', () => {
    test('are good until they end, and offering them again changes nothing', async () => {
      const { mailLinks } = world.store();
      await mailLinks.offer([aLink('one'), aLink('other', { action: 'spam' })]);
      await mailLinks.offer([aLink('one', { expiresAt: start + 99, commentId: idOf(2) })]);
      expect(await mailLinks.byHash('one', start + 9)).toEqual(aLink('one'));
      expect(await mailLinks.byHash('one', start + 10)).toBeUndefined();
      expect(await mailLinks.use('one', start + 10)).toBeUndefined();
      expect(await mailLinks.byHash('another', start)).toBeUndefined();
    });

    test('are used by one of many at once, and stay used', async () => {
      const { mailLinks } = world.store();
      await mailLinks.offer([aLink('one')]);
      const used = await atOnce(10, () => mailLinks.use('one', start));
      expect(used.filter(Boolean)).toEqual([aLink('one')]);
      await mailLinks.offer([aLink('one')]);
      expect([await mailLinks.byHash('one', start), await mailLinks.use('one', start)]).toEqual([undefined, undefined]);
    });

    test('are swept when they have ended', async () => {
      const store = world.store();
      await store.mailLinks.offer([aLink('one')]);
      await store.sweep(start + 9);
      expect(await store.mailLinks.byHash('one', start)).toBeDefined();
      await store.sweep(start + 10);
      expect(await store.mailLinks.byHash('one', start)).toBeUndefined();
    });
  });
}
