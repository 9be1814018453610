import { describe, expect, test } from '@jest/globals';
import { aModerator } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

export function moderatorsContract(world: World): void {
  describe('moderators', () => {
    test('a moderator is found by id and by address', async () => {
      const { moderators } = world.store();
      const ann = aModerator('ann@example.org');
      expect(await moderators.count()).toBe(0);
      expect(await moderators.add(ann)).toBe(true);
      expect(await moderators.byId(ann.id)).toEqual(ann);
      expect(await moderators.byEmail(ann.email)).toEqual(ann);
      expect(await moderators.byEmail('bob@example.org')).toBeUndefined();
      expect(await moderators.byId('nobody')).toBeUndefined();
      expect(await moderators.count()).toBe(1);
    });

    test('an address is taken once, and keeps its password', async () => {
      const { moderators } = world.store();
      await moderators.add(aModerator('ann@example.org', 'first'));
      expect(await moderators.add(aModerator('ann@example.org', 'second'))).toBe(false);
      expect((await moderators.byEmail('ann@example.org'))?.id).toBe('first');
      expect(await moderators.count()).toBe(1);
    });

    test('a setup link is good until it expires, and the next one replaces it', async () => {
      const { moderators, sweep } = world.store();
      await moderators.offerSetup('one', 1_000);
      expect(await moderators.hasSetup('one', 999)).toBe(true);
      expect(await moderators.hasSetup('one', 1_000)).toBe(false);
      expect(await moderators.setUp('one', aModerator('ann@example.org'), 1_000)).toBe(false);
      await moderators.offerSetup('two', 1_000);
      expect(await moderators.hasSetup('one', 0)).toBe(false);
      expect(await moderators.setUp('one', aModerator('ann@example.org'), 0)).toBe(false);
      expect(await moderators.hasSetup('two', 0)).toBe(true);
      await sweep(1_000);
      expect(await moderators.hasSetup('two', 0)).toBe(false);
      expect(await moderators.count()).toBe(0);
    });

    test('twenty uses of one link at once make one moderator', async () => {
      const { moderators } = world.store();
      const other = await world.another();
      await moderators.offerSetup('link', 1_000);
      const uses = await atOnce(20, (n) =>
        (n % 2 ? other.moderators : moderators).setUp('link', aModerator(`m${n}@example.org`), 0),
      );
      expect(uses.filter((done) => done)).toHaveLength(1);
      expect(await moderators.count()).toBe(1);
      expect(await moderators.hasSetup('link', 0)).toBe(false);
    });

    test('a link does nothing once there is a moderator', async () => {
      const { moderators } = world.store();
      await moderators.offerSetup('link', 1_000);
      await moderators.add(aModerator('ann@example.org'));
      expect(await moderators.setUp('link', aModerator('eve@example.org'), 0)).toBe(false);
      expect(await moderators.count()).toBe(1);
      expect(await moderators.hasSetup('link', 0)).toBe(true);
    });
  });
}
