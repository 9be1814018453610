import { describe, expect, test } from '@jest/globals';
import { aModerator, aVisit, idOf } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

const [ann, bob] = [aModerator('ann@example.org'), aModerator('bob@example.org', undefined, { role: 'moderator' })];
const anns = (id: string, fields = {}) => aVisit(id, ann.email, fields);

export function peopleContract(world: World): void {
  const withBoth = async () => {
    const { people } = world.store();
    await people.moderators.add(ann);
    await people.moderators.add(bob);
    return people;
  };

  describe('signed-in visits', () => {
    test('a visit is found with its moderator, in every process', async () => {
      const { visits } = await withBoth();
      await visits.add(anns('one', { half: true }));
      expect(await (await world.another()).people.visits.byId('one')).toEqual({
        visit: anns('one', { half: true }),
        moderator: ann,
      });
      expect(await visits.byId('two')).toBeUndefined();
    });

    test('the whole ones of a moderator come with the one seen last first', async () => {
      const { visits, moderators } = await withBoth();
      await visits.add(anns('old'));
      await visits.add(anns('new', { seenAt: 2_000 }));
      await visits.add(anns('half', { half: true }));
      await visits.add(aVisit('bobs', bob.email));
      expect((await visits.of(ann.id)).map(({ id }) => id)).toEqual(['new', 'old']);
      await visits.see({ id: 'old', moderatorId: ann.id }, 3_000);
      expect((await visits.of(ann.id))[0]).toEqual(anns('old', { seenAt: 3_000 }));
      expect((await moderators.byId(ann.id))?.seenAt).toBe(3_000);
      expect((await moderators.byId(bob.id))?.seenAt).toBeNull();
    });

    test('one ends, or all but one, and nobody else’s', async () => {
      const { visits } = await withBoth();
      for (const id of ['one', 'two', 'three']) await visits.add(anns(id));
      await visits.add(anns('half', { half: true }));
      await visits.add(aVisit('bobs', bob.email));
      await visits.end('three');
      expect(await visits.byId('three')).toBeUndefined();
      await visits.endAll(ann.id, 'two');
      expect((await visits.of(ann.id)).map(({ id }) => id)).toEqual(['two']);
      expect(await visits.byId('half')).toBeUndefined();
      await visits.endAll(ann.id, null);
      expect(await visits.of(ann.id)).toEqual([]);
      expect(await visits.of(bob.id)).toHaveLength(1);
    });

    test('those of before two weeks are swept, and no others', async () => {
      const { visits } = await withBoth();
      const twoWeeks = 14 * 24 * 3_600_000;
      await visits.add(anns('old', { createdAt: 1_000 }));
      await visits.add(anns('young', { createdAt: 1_001 }));
      await world.store().sweep(1_000 + twoWeeks);
      expect([await visits.byId('old'), (await visits.byId('young'))?.visit.id]).toEqual([undefined, 'young']);
    });
  });

  describe('invitations', () => {
    const invitation = (number: number, email = 'eve@example.org') =>
      ({ id: idOf(number), email, role: 'owner', hash: `hash-${number}`, createdAt: 0, expiresAt: 1_000 }) as const;

    test('one is good until it expires or is withdrawn, and a later one for the address replaces it', async () => {
      const { invitations } = world.store().people;
      await invitations.offer(invitation(1));
      expect(await invitations.byHash('hash-1', 999)).toEqual(invitation(1));
      expect(await invitations.byHash('hash-1', 1_000)).toBeUndefined();
      await invitations.offer(invitation(2));
      await invitations.offer(invitation(3, 'cat@example.org'));
      expect(await invitations.byHash('hash-1', 0)).toBeUndefined();
      expect(await invitations.open(0)).toEqual([invitation(3, 'cat@example.org'), invitation(2)]);
      expect(await invitations.open(1_000)).toEqual([]);
      expect(await invitations.withdraw(idOf(2))).toBe(true);
      expect(await invitations.withdraw(idOf(2))).toBe(false);
      await world.store().sweep(1_000);
      expect(await invitations.open(0)).toEqual([]);
    });
  });

  describe('second factors', () => {
    const factor = { secret: 'JBSWY3DPEHPK3PXP', usedStep: 7 };

    test('a factor stands with its moderator, and goes with its recovery codes', async () => {
      const { secondFactors, moderators } = await withBoth();
      await secondFactors.set(ann.id, factor, ['a', 'b']);
      expect((await moderators.byId(ann.id))?.secondFactor).toEqual(factor);
      expect((await moderators.byId(bob.id))?.secondFactor).toBeNull();
      await secondFactors.set(ann.id, { ...factor, usedStep: 8 }, ['b', 'c', 'd']);
      expect(await secondFactors.countRecoveryCodes(ann.id)).toBe(3);
      await secondFactors.set(ann.id, null, []);
      expect((await moderators.byId(ann.id))?.secondFactor).toBeNull();
      expect(await secondFactors.countRecoveryCodes(ann.id)).toBe(0);
    });

    test('a step and a recovery code are good once, also for twenty at once', async () => {
      const { secondFactors } = await withBoth();
      const other = (await world.another()).people.secondFactors;
      await secondFactors.set(ann.id, factor, ['code']);
      expect(await secondFactors.useStep(ann.id, 7)).toBe(false);
      const steps = await atOnce(20, (n) => (n % 2 ? other : secondFactors).useStep(ann.id, 8));
      expect(steps.filter((used) => used)).toHaveLength(1);
      expect(await secondFactors.useStep(ann.id, 6)).toBe(false);
      expect(await secondFactors.useRecoveryCode(bob.id, 'code')).toBe(false);
      const codes = await atOnce(20, (n) => (n % 2 ? other : secondFactors).useRecoveryCode(ann.id, 'code'));
      expect(codes.filter((used) => used)).toHaveLength(1);
    });
  });
}
