import type { Said } from '../messages/message.ts';
import { emailWanted, readEmail } from './email-address.ts';
import { CommentsError } from './error.ts';
import type { Invitation } from './invitation.ts';
import type { Moderator, ModeratorChange, Role } from './moderator.ts';
import { hashPassword, passwordProblem } from './password.ts';
import { hashOfSecret } from './secret.ts';
import type { PeopleStores, Transaction } from './store.ts';

export interface PeopleParts {
  readonly people: PeopleStores;
  readonly transaction: Transaction;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

export interface Everybody {
  readonly moderators: readonly Moderator[];
  readonly invitations: readonly Invitation[];
}

export type Invited =
  | { readonly outcome: 'invited'; readonly token: string }
  | { readonly outcome: 'refused'; readonly message: Said };

export type People = ReturnType<typeof createPeople>;

/** What an owner does with one moderator. */
export const personActs = ['disable', 'enable', 'make-owner', 'make-moderator'] as const;
export type PersonAct = (typeof personActs)[number];

const invitationLifetimeMs = 7 * 24 * 3_600_000;

/** The owner's verbs about the people who moderate. */
export function createPeople({ people, transaction, now, newId, newToken }: PeopleParts) {
  const everybody = async (): Promise<Everybody> => ({
    moderators: await people.moderators.all(),
    invitations: await people.invitations.open(now()),
  });

  /** A one-time token that makes its bearer a moderator under the address within a week; replaces an earlier one. */
  async function invite(typed: string, role: Role): Promise<Invited> {
    const email = readEmail(typed);
    if (email === null) return { outcome: 'refused', message: emailWanted };
    const token = newToken();
    const times = { createdAt: now(), expiresAt: now() + invitationLifetimeMs };
    return transaction(async ({ people }) => {
      await people.alone();
      if (await people.moderators.byEmail(email)) return { outcome: 'refused', message: 'people.taken' };
      await people.invitations.offer({ id: newId(), email, role, hash: hashOfSecret(token), ...times });
      return { outcome: 'invited', token };
    });
  }

  /** @throws CommentsError `not-found` when it was used or withdrawn already. */
  async function withdraw(id: string): Promise<void> {
    if (!(await people.invitations.withdraw(id))) throw new CommentsError('not-found', 'people.invitationGone');
  }

  /**
   * Whoever is disabled is signed out everywhere at once. What is said is why nothing was changed: no owner would be left
   * who can sign in. Null: it is done.
   * @throws CommentsError `not-found` when there is no such moderator.
   */
  async function change(id: string, act: PersonAct): Promise<Said | null> {
    return transaction(async ({ people }) => {
      await people.alone();
      const moderator = await people.moderators.byId(id);
      if (!moderator) throw new CommentsError('not-found', 'people.gone');
      const changes = changesOf(act, now());
      const after = { ...moderator, ...changes };
      const others = (await people.moderators.all()).filter((other) => other.id !== id);
      if (isOwner(moderator) && ![after, ...others].some(isOwner)) return 'people.lastOwner';
      await people.moderators.change(id, changes);
      if (act === 'disable') await people.visits.endAll(id, null);
      return null;
    });
  }

  /** For somebody who has forgotten the password; signs them out everywhere. Says what is wrong, or null. */
  async function setPassword(email: string, password: string): Promise<Said | null> {
    const problem = passwordProblem(password);
    if (problem) return problem;
    const passwordHash = await hashPassword(password);
    return onAccount(email, ({ moderators }, { id }) => moderators.change(id, { passwordHash }));
  }

  /** For somebody who has lost the authenticator and the recovery codes; signs them out everywhere. */
  async function resetSecondFactor(email: string): Promise<Said | null> {
    return onAccount(email, ({ secondFactors }, { id }) => secondFactors.set(id, null, []));
  }

  async function onAccount(
    typed: string,
    act: (people: PeopleStores, moderator: Moderator) => Promise<void>,
  ): Promise<Said | null> {
    const email = readEmail(typed);
    if (email === null) return emailWanted;
    return transaction(async ({ people }) => {
      await people.alone();
      const moderator = await people.moderators.byEmail(email);
      if (!moderator) return 'people.noSuchAddress';
      await act(people, moderator);
      await people.visits.endAll(moderator.id, null);
      return null;
    });
  }

  return { everybody, invite, withdraw, change, setPassword, resetSecondFactor };
}

function changesOf(act: PersonAct, at: number): ModeratorChange {
  switch (act) {
    case 'disable':
      return { disabledAt: at };
    case 'enable':
      return { disabledAt: null };
    case 'make-owner':
      return { role: 'owner' };
    case 'make-moderator':
      return { role: 'moderator' };
  }
}

const isOwner = ({ role, disabledAt }: Moderator): boolean => role === 'owner' && disabledAt === null;
