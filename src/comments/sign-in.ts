import { createAttempts, type Origin } from './attempts.ts';
import type { OpenBudget } from './budget.ts';
import { readEmail } from './email-address.ts';
import { createEnrolment, type EnrolmentParts } from './enrolment.ts';
import type { Moderator } from './moderator.ts';
import { hashOfRecoveryCode, stepOf } from './one-time-code.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { isLive, type SignedInVisit, type VisitLimits } from './signed-in-visit.ts';
import type { PeopleStores } from './store.ts';

export interface SignInParts extends EnrolmentParts {
  readonly openBudget: OpenBudget;
  readonly limits: VisitLimits;
}

export interface Attempt extends Origin {
  readonly email: string;
  readonly password: string;
}

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly moderator: Moderator }
  | { readonly outcome: 'wrong' | 'disabled' }
  | { readonly outcome: 'too-many'; readonly retryAfter: number };

/** `gone`: the password was shown too long ago, or not at all. */
export type Proven = SignedIn | { readonly outcome: 'gone' };

/** A browser at the moment of signing in: the keyed hash of its session, and what it calls itself. */
export interface Arrival extends Pick<SignedInVisit, 'id' | 'device'> {
  /** BCP 47 tag of the page before it: from now on the moderator is written to so. */
  readonly language: string;
}

export type SignIn = ReturnType<typeof createSignIn>;

const minuteMs = 60_000;

/** How moderators come to be, and how they prove who they are. */
export function createSignIn(parts: SignInParts) {
  const { people, transaction, openBudget, limits, now, newToken } = parts;
  const attempts = createAttempts(openBudget);
  const nobody = hashPassword(newToken());

  /**
   * Known and unknown addresses get the same answers after the same work; that an account is disabled hears only who
   * knows its password.
   */
  async function signIn({ email: typed, password, ...origin }: Attempt): Promise<SignedIn> {
    const email = readEmail(typed);
    const moderator = email === null ? undefined : await people.moderators.byEmail(email);
    const spent = await attempts.password(email ?? '', moderator, origin);
    if (!spent.allowed) return { outcome: 'too-many', retryAfter: spent.retryAfter };
    const matches = await passwordMatches(moderator?.passwordHash ?? (await nobody), password);
    if (!moderator || !matches) return { outcome: 'wrong' };
    if (moderator.disabledAt !== null) return { outcome: 'disabled' };
    await spent.forgive();
    return { outcome: 'signed-in', moderator };
  }

  /**
   * Opens the visit of somebody who has shown the password: half of it where there is a second factor to ask for, the
   * whole of it else. Null when the account was disabled, or its password changed, since the password was looked at.
   */
  async function open({ id, passwordHash }: Moderator, arrival: Arrival): Promise<'half' | 'whole' | null> {
    return transaction(async ({ people }) => {
      await people.alone();
      const moderator = await people.moderators.byId(id);
      if (!moderator || moderator.disabledAt !== null || moderator.passwordHash !== passwordHash) return null;
      const half = moderator.secondFactor !== null;
      await begin(people, id, arrival, half);
      return half ? 'half' : 'whole';
    });
  }

  /** Whether the visit waits for its second factor. */
  const isHalf = async (visitId: string): Promise<boolean> => (await halfOf(visitId)) !== null;

  /** Tries a code of the authenticator, or a recovery code, for a half visit. A code is good once. */
  async function prove(visitId: string, code: string, origin: Origin): Promise<Proven> {
    const moderator = await halfOf(visitId);
    if (!moderator) return { outcome: 'gone' };
    const spent = await attempts.code(moderator, origin);
    if (!spent.allowed) return { outcome: 'too-many', retryAfter: spent.retryAfter };
    if (!(await useCode(moderator, code))) return { outcome: 'wrong' };
    await spent.forgive();
    return { outcome: 'signed-in', moderator };
  }

  async function useCode({ id, secondFactor }: Moderator, code: string): Promise<boolean> {
    const step = secondFactor && stepOf(code, secondFactor.secret, now());
    if (step !== null) return people.secondFactors.useStep(id, step);
    return people.secondFactors.useRecoveryCode(id, hashOfRecoveryCode(code));
  }

  /** Puts a whole visit in the place of the half one; false when that has ended meanwhile. */
  async function complete(visitId: string, arrival: Arrival): Promise<boolean> {
    return transaction(async ({ people }) => {
      await people.alone();
      const found = await people.visits.byId(visitId);
      if (!found?.visit.half || found.moderator.disabledAt !== null) return false;
      await people.visits.end(visitId);
      await begin(people, found.moderator.id, arrival, false);
      return true;
    });
  }

  async function begin(
    { visits, moderators }: PeopleStores,
    moderatorId: string,
    { language, ...arrival }: Arrival,
    half: boolean,
  ): Promise<void> {
    const visit = { ...arrival, moderatorId, half, createdAt: now(), seenAt: now() };
    await visits.add(visit);
    if (half) return;
    await visits.see(visit, visit.seenAt);
    await moderators.change(moderatorId, { language });
  }

  async function halfOf(visitId: string): Promise<Moderator | null> {
    const found = await liveVisit(visitId);
    return found?.visit.half ? found.moderator : null;
  }

  /** Who is signed in there, if somebody is; noted at most once a minute. */
  async function recognise(visitId: string): Promise<Moderator | null> {
    const found = await liveVisit(visitId);
    if (!found || found.visit.half) return null;
    if (now() - found.visit.seenAt >= minuteMs) await people.visits.see(found.visit, now());
    return found.moderator;
  }

  /** The same, without noting it: a page that lies open is nobody who is there. */
  async function isSignedIn(visitId: string): Promise<boolean> {
    return (await liveVisit(visitId))?.visit.half === false;
  }

  async function liveVisit(visitId: string) {
    const found = await people.visits.byId(visitId);
    return found && found.moderator.disabledAt === null && isLive(found.visit, limits, now()) ? found : null;
  }

  const signOut = (visitId: string): Promise<void> => people.visits.end(visitId);
  const byId = (id: string): Promise<Moderator | undefined> => people.moderators.byId(id);

  return { ...createEnrolment(parts), signIn, open, isHalf, prove, complete, recognise, isSignedIn, signOut, byId };
}
