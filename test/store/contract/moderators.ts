import { describe, expect, test } from '@jest/globals';
import { aModerator } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

export function moderatorsContract(world: World): void {
  describe('moderators', () => {
    test('a moderator is found by id and by address', async () => {
      const { moderators } = world.store().people;
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
      const { moderators } = world.store().people;
      await moderators.add(aModerator('ann@example.org', 'first'));
      expect(await moderators.add(aModerator('ann@example.org', 'second'))).toBe(false);
      expect((await moderators.byEmail('ann@example.org'))?.id).toBe('first');
      expect(await moderators.count()).toBe(1);
    });

    test('a setup link is good until it expires, and the next one replaces it', async () => {
      const { people, sweep } = world.store();
      const { moderators } = people;
      await moderators.offerSetup('one', 1_000);
      expect(await moderators.hasSetup('one', 999)).toBe(true);
      expect(await moderators.hasSetup('one', 1_000)).toBe(false);
      expect(await moderators.useSetup('one', 1_000)).toBe(false);
      await moderators.offerSetup('two', 1_000);
      expect(await moderators.hasSetup('one', 0)).toBe(false);
      expect(await moderators.useSetup('one', 0)).toBe(false);
      expect(await moderators.hasSetup('two', 0)).toBe(true);
      await sweep(1_000);
      expect(await moderators.hasSetup('two', 0)).toBe(false);
      expect(await moderators.count()).toBe(0);
    });

    test('of twenty uses of one link at once one succeeds', async () => {
      const { moderators } = world.store().people;
      const other = (await world.another()).people;
      await moderators.offerSetup('link', 1_000);
      const uses = await atOnce(20, (n) => (n % 2 ? other.moderators : moderators).useSetup('link', 0));
      expect(uses.filter((done) => done)).toHaveLength(1);
      expect(await moderators.hasSetup('link', 0)).toBe(false);
    });

    test('what is changed is changed, and nothing else', async () => {
      const { moderators } = world.store().people;
      const [ann, bob] = [aModerator('ann@example.org'), aModerator('bob@example.org')];
      await moderators.add(bob);
      await moderators.add(ann);
      const change = { name: 'Äŋŋ', role: 'moderator', passwordHash: 'new', disabledAt: 7, language: 'ar' } as const;
      await moderators.change(ann.id, change);
      expect(await moderators.all()).toEqual([{ ...ann, ...change }, bob]);
      await moderators.change(ann.id, { disabledAt: null });
      expect(await moderators.byId(ann.id)).toEqual({ ...ann, ...change, disabledAt: null });
    });
  });
}
