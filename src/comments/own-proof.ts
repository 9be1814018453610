import { createAttempts } from './attempts.ts';
import type { OpenBudget } from './budget.ts';
import { CommentsError } from './error.ts';
import type { Moderator } from './moderator.ts';
import { passwordMatches } from './password.ts';
import type { PeopleStores, Transaction } from './store.ts';

/** Who is acting, in which visit. */
export interface Self {
  readonly moderatorId: string;
  readonly visitId: string;
}

export interface OwnProofParts {
  readonly people: PeopleStores;
  readonly transaction: Transaction;
  readonly openBudget: OpenBudget;
}

export type OwnProof = ReturnType<typeof createOwnProof>;

export const wrongPassword = {
  field: 'current',
  message: 'account.passwordWrong',
} as const;

/** A visit that somebody left open is not enough to change how an account is proven (ASVS 7.5.1). */
export function createOwnProof({ people, transaction, openBudget }: OwnProofParts) {
  const attempts = createAttempts(openBudget);

  /** Null when the password is wrong. */
  async function withPassword({ moderatorId }: Self, password: string): Promise<Moderator | null> {
    const moderator = await people.moderators.byId(moderatorId);
    const spent = await attempts.ownPassword(moderatorId);
    if (!spent.allowed) throw new CommentsError('too-many', 'account.tooManyAttempts', spent.retryAfter);
    if (!moderator || !(await passwordMatches(moderator.passwordHash, password))) return null;
    await spent.forgive();
    return moderator;
  }

  /** Changes the proof, unless somebody did so since the password was looked at, and ends all other visits (ASVS 7.4.3). */
  async function changeProof(
    { visitId }: Self,
    { id, passwordHash }: Moderator,
    act: (people: PeopleStores) => Promise<void>,
  ): Promise<void> {
    await transaction(async ({ people }) => {
      await people.alone();
      const known = await people.visits.byId(visitId);
      if (known?.moderator.passwordHash !== passwordHash)
        throw new CommentsError('forbidden', 'account.changedMeanwhile');
      await act(people);
      await people.visits.endAll(id, visitId);
    });
  }

  return { withPassword, changeProof };
}
