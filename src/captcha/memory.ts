import type { Challenge, ChallengeStore } from './challenge.ts';

/**
 * Keeps challenges in this process: several processes need a store they share. Holds at most `most` challenges over all
 * sessions, the oldest going first; those that have expired go when the next one comes.
 */
export function createMemoryStore({ most }: { readonly most: number }): ChallengeStore {
  const challenges = new Map<string, Challenge>();
  const sessions = new Map<string, Set<Challenge>>();

  function keep(challenge: Challenge): Set<Challenge> {
    const outstanding = sessions.get(challenge.session) ?? new Set();
    sessions.set(challenge.session, outstanding.add(challenge));
    challenges.set(challenge.id, challenge);
    return outstanding;
  }

  function drop(challenge: Challenge): void {
    const outstanding = sessions.get(challenge.session);
    outstanding?.delete(challenge);
    if (outstanding?.size === 0) sessions.delete(challenge.session);
    challenges.delete(challenge.id);
  }

  function look(id: string, session: string, purpose: string): Challenge | undefined {
    const challenge = challenges.get(id);
    return challenge?.session === session && challenge.purpose === purpose ? challenge : undefined;
  }

  return {
    async add(challenge, mostOfSession) {
      for (const expired of expiredBy(challenge.issuedAt, challenges.values())) drop(expired);
      const outstanding = keep(challenge);
      for (const oldest of excessOf(outstanding, mostOfSession)) drop(oldest);
      for (const oldest of excessOf(challenges, most)) drop(oldest[1]);
    },
    async find(id, session, purpose) {
      return look(id, session, purpose);
    },
    async take(id, session, purpose) {
      const challenge = look(id, session, purpose);
      if (challenge) drop(challenge);
      return challenge;
    },
  };
}

/** Challenges of one captcha live equally long, so the first one still alive ends the search. */
function* expiredBy(now: number, oldestFirst: Iterable<Challenge>): Iterable<Challenge> {
  for (const challenge of oldestFirst) {
    if (challenge.expiresAt > now) return;
    yield challenge;
  }
}

/** Maps and sets keep the order of insertion, and deleting while walking them is safe. */
function* excessOf<T>(oldestFirst: Iterable<T> & { readonly size: number }, most: number): Iterable<T> {
  for (const oldest of oldestFirst) {
    if (oldestFirst.size <= most) return;
    yield oldest;
  }
}
