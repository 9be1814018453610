import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { createPeople, type People } from '../../src/comments/people.ts';
import { createSignIn, type SignIn } from '../../src/comments/sign-in.ts';
import { engines, type OpenedStore } from '../support/engines.ts';

const password = 'correct horse battery';
const here = { address: 'a', network: 'n', deviceOf: () => null };
const arrival = (id: string) => ({ id, device: 'Firefox on Linux', language: 'de' });

describe.each(engines.map((engine) => [engine.name, engine] as const))('signing in (%s)', (_name, engine) => {
  let opened: OpenedStore;
  let signIn: SignIn;
  let people: People;
  beforeEach(async () => {
    opened = await engine.open();
    const parts = { ...opened.store, now: () => 1_000, newId, newToken: newId };
    signIn = createSignIn({ ...parts, limits: { sessionIdleHours: 1, sessionHours: 1 } });
    people = createPeople(parts);
    await signIn.enrol('ann@example.org', password);
    await signIn.enrol('bob@example.org', password);
  });
  afterEach(() => opened.close());

  const enter = async (email: string) => {
    const outcome = await signIn.signIn({ email, password, ...here });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    return outcome.moderator;
  };

  test('a visit is recognised when it is whole, and its moderator is not disabled', async () => {
    const bob = await enter('bob@example.org');
    expect(await signIn.open(bob, arrival('whole'))).toBe('whole');
    expect((await signIn.recognise('whole'))?.email).toBe('bob@example.org');
    await opened.store.people.secondFactors.set(bob.id, { secret: 'JBSWY3DPEHPK3PXP', usedStep: 0 }, []);
    expect(await signIn.open(bob, { ...arrival('half'), language: 'pl' })).toBe('half');
    expect([await signIn.recognise('half'), await signIn.isHalf('half')]).toEqual([null, true]);
    expect((await opened.store.people.moderators.byId(bob.id))?.language).toBe('de');
    expect(await signIn.complete('half', { ...arrival('proven'), language: 'fr' })).toBe(true);
    expect((await opened.store.people.moderators.byId(bob.id))?.language).toBe('fr');
    expect(await signIn.open(bob, arrival('half'))).toBe('half');
    // As if the visit had begun while the account was being disabled.
    await opened.store.people.moderators.change(bob.id, { disabledAt: 1_000 });
    expect([await signIn.recognise('whole'), await signIn.isHalf('half')]).toEqual([null, false]);
    expect(await signIn.complete('half', arrival('next'))).toBe(false);
  });

  test.each([
    ['disabled', (id: string) => people.change(id, 'disable')],
    ['given another password', () => people.setPassword('bob@example.org', 'another long password')],
  ])('an account that is %s after the password was looked at is not let in', async (_what, change) => {
    const bob = await enter('bob@example.org');
    await change(bob.id);
    expect(await signIn.open(bob, arrival('late'))).toBeNull();
    expect(await signIn.recognise('late')).toBeNull();
  });

  test('an invitation that is withdrawn while it is being accepted makes nobody', async () => {
    const invited = await people.invite('eve@example.org', 'moderator');
    const token = invited.outcome === 'invited' ? invited.token : '';
    const { invitations } = await people.everybody();
    // The password takes longer to hash than a row takes to go.
    const accepting = signIn.accept(token, { password });
    await Promise.all(invitations.map(({ id }) => people.withdraw(id)));
    expect((await accepting).outcome).toBe('refused');
    expect(await opened.store.people.moderators.count()).toBe(2);
  });

  test('the first who is enrolled has to be an owner', async () => {
    for (const { id } of (await people.everybody()).moderators)
      expect((await signIn.byId(id))?.role).toBe(
        (await signIn.byId(id))?.email.startsWith('ann') ? 'owner' : 'moderator',
      );
    const empty = await engine.open();
    const first = createSignIn({
      ...empty.store,
      now: () => 1_000,
      newId,
      newToken: () => 'token',
      limits: { sessionIdleHours: 1, sessionHours: 1 },
    });
    expect(await first.enrol('mo@example.org', password, { role: 'moderator' })).toMatchObject({ outcome: 'refused' });
    expect(await first.enrol('mo@example.org', password)).toMatchObject({ moderator: { role: 'owner', name: 'mo' } });
    await empty.close();
  });
});
