import { describe, expect, test } from '@jest/globals';
import type { Challenge, ChallengeStore } from '../../../src/captcha/challenge.ts';
import { aChallenge } from '../samples.ts';
import type { World } from './world.ts';
import { atOnce } from './world.ts';

const session = 'session-of-ann';
const purpose = 'comment:tides';

export function challengesContract(world: World): void {
  describe('challenges', () => {
    test('a challenge comes back as it was issued, and looking does not spend it', async () => {
      const { challenges } = world.store();
      const challenge = aChallenge('a');
      await challenges.add(challenge, 8);
      expect(await challenges.find('a', session, purpose)).toEqual(challenge);
      expect(await challenges.take('a', session, purpose)).toEqual(challenge);
      expect(await challenges.find('a', session, purpose)).toBeUndefined();
      expect(await challenges.take('a', session, purpose)).toBeUndefined();
    });

    test('is good for its own session and form only; asking wrongly does not spend it', async () => {
      const { challenges } = world.store();
      await challenges.add(aChallenge('a'), 8);
      for (const act of [challenges.find, challenges.take]) {
        expect(await act('a', 'session-of-bob', purpose)).toBeUndefined();
        expect(await act('a', session, 'comment:moon')).toBeUndefined();
        expect(await act('A', session, purpose)).toBeUndefined();
      }
      expect(await challenges.take('a', session, purpose)).toBeDefined();
    });

    test('a hundred takes at once have one winner', async () => {
      await world.store().challenges.add(aChallenge('a'), 8);
      const other = await world.another();
      const takes = await atOnce(100, (n) => (n % 2 ? other : world.store()).challenges.take('a', session, purpose));
      expect(takes.filter((challenge) => challenge !== undefined)).toHaveLength(1);
    });

    test('eight tabs opened at once keep eight sums, twenty keep eight', async () => {
      const other = await world.another();
      const { challenges } = world.store();
      await atOnce(8, (n) => (n % 2 ? other.challenges : challenges).add(aChallenge(`tab-${n}`), 8));
      expect(await kept(challenges, 'tab', 8)).toHaveLength(8);
      await atOnce(20, (n) => (n % 2 ? other.challenges : challenges).add(later(n), 8));
      expect(await kept(challenges, 'tab', 8)).toHaveLength(0);
      expect(await kept(challenges, 'more', 20)).toHaveLength(8);
    });

    function later(n: number): Challenge {
      return aChallenge(`more-${n}`, { issuedAt: aChallenge('').issuedAt + 1 });
    }

    test('the ninth replaces the oldest of its session', async () => {
      const { challenges } = world.store();
      await challenges.add(aChallenge('of-bob', { session: 'session-of-bob', issuedAt: 1 }), 8);
      for (const n of [3, 0, 1, 2, 4, 5, 6, 7, 8]) {
        await challenges.add(aChallenge(`tab-${n}`, { issuedAt: 1_000 + n }), 8);
      }
      expect(await kept(challenges, 'tab', 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await challenges.find('of-bob', 'session-of-bob', purpose)).toBeDefined();
    });

    test('the newest stays even when the clock went back', async () => {
      const { challenges } = world.store();
      for (const n of [1, 2, 0]) await challenges.add(aChallenge(`tab-${n}`, { issuedAt: 1_000 + n }), 2);
      expect(await kept(challenges, 'tab', 3)).toEqual([0, 2]);
    });

    function old(n: number): Challenge {
      return aChallenge(`old-${n}`, { session: `session-${n}`, expiresAt: 2_000 });
    }

    test('sweeping removes what expired and nothing else, however much it is', async () => {
      const { challenges, sweep } = world.store();
      await challenges.add(aChallenge('fresh', { expiresAt: 2_001 }), 8);
      await world.store().transaction(async (stores) => {
        for (let n = 0; n < 501; n++) await stores.challenges.add(old(n), 8);
      });
      await sweep(1_999);
      expect(await challenges.find('old-1', 'session-1', purpose)).toBeDefined();
      await sweep(2_000);
      const left = await atOnce(501, (n) => challenges.find(`old-${n}`, `session-${n}`, purpose));
      expect(left.filter((challenge) => challenge !== undefined)).toEqual([]);
      expect(await challenges.find('fresh', session, purpose)).toBeDefined();
    });
  });
}

async function kept(challenges: ChallengeStore, prefix: string, count: number): Promise<readonly number[]> {
  const found = await atOnce(count, (n) => challenges.find(`${prefix}-${n}`, session, purpose));
  return found.flatMap((challenge, n) => (challenge ? n : []));
}
