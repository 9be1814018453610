import type { Said } from '../messages/message.ts';
import { CommentsError } from './error.ts';
import { line, nameProblem } from './line.ts';
import type { Moderator } from './moderator.ts';
import type { Cadence } from './notification.ts';
import { createOwnProof, type OwnProofParts, type Self, wrongPassword } from './own-proof.ts';
import { hashPassword, passwordProblem } from './password.ts';
import { createSecondFactor } from './second-factor.ts';
import { isLive, type SignedInVisit, type VisitLimits } from './signed-in-visit.ts';

export interface AccountParts extends OwnProofParts {
  readonly limits: VisitLimits;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

export type AccountField = 'name' | 'current' | 'password' | 'code';

/** Null, or what is to be mended. */
export type Refused = { readonly field: AccountField; readonly message: Said } | null;

export interface Overview {
  readonly moderator: Moderator;
  readonly visits: readonly SignedInVisit[];
  readonly recoveryCodes: number;
}

export type Account = ReturnType<typeof createAccount>;

/** What moderators do with their own accounts. */
export function createAccount(parts: AccountParts) {
  const { people, limits, now } = parts;
  const proof = createOwnProof(parts);

  /**
   * The account, where it is signed in (the visit seen last first), and how many recovery codes are left.
   * @throws CommentsError `not-found` when it is gone.
   */
  async function overview({ moderatorId }: Self): Promise<Overview> {
    const moderator = await people.moderators.byId(moderatorId);
    if (!moderator) throw new CommentsError('not-found', 'account.gone');
    const visits = (await people.visits.of(moderatorId)).filter((visit) => isLive(visit, limits, now()));
    return { moderator, visits, recoveryCodes: await people.secondFactors.countRecoveryCodes(moderatorId) };
  }

  async function rename({ moderatorId }: Self, name: string): Promise<Refused> {
    const message = nameProblem(name);
    if (message) return { field: 'name', message };
    await people.moderators.change(moderatorId, { name: line(name) });
    return null;
  }

  /** How often mail tells of comments that wait, and in which language (BCP 47). */
  const tell = ({ moderatorId }: Self, mail: Cadence, language: string): Promise<void> =>
    people.moderators.change(moderatorId, { mail, language });

  /** Signs out everywhere else. */
  async function changePassword(self: Self, current: string, password: string): Promise<Refused> {
    const moderator = await proof.withPassword(self, current);
    if (!moderator) return wrongPassword;
    const message = passwordProblem(password);
    if (message) return { field: 'password', message };
    const passwordHash = await hashPassword(password);
    await proof.changeProof(self, moderator, ({ moderators }) => moderators.change(moderator.id, { passwordHash }));
    return null;
  }

  /** Ends one visit of the own, if it is still there, or with null all but this one. */
  async function endVisit({ moderatorId, visitId }: Self, ended: string | null): Promise<void> {
    if (ended === null) return people.visits.endAll(moderatorId, visitId);
    const own = await people.visits.of(moderatorId);
    if (own.some(({ id }) => id === ended)) await people.visits.end(ended);
  }

  return { overview, rename, tell, changePassword, endVisit, secondFactor: createSecondFactor({ ...parts, ...proof }) };
}
