import type { MessageKey, Said } from '../messages/message.ts';
import { emailWanted, readEmail } from './email-address.ts';
import type { Invitation } from './invitation.ts';
import { line, nameProblem } from './line.ts';
import type { Moderator, Role } from './moderator.ts';
import { hashPassword, passwordProblem } from './password.ts';
import { hashOfSecret } from './secret.ts';
import type { PeopleStores, Transaction } from './store.ts';

export interface EnrolmentParts {
  readonly people: PeopleStores;
  readonly transaction: Transaction;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

export type EnrolmentField = 'email' | 'name' | 'password';

export type Enrolled =
  | { readonly outcome: 'enrolled'; readonly moderator: Moderator }
  | { readonly outcome: 'refused'; readonly field: EnrolmentField | null; readonly message: Said };

/** What somebody who is to be a moderator gives; without a name, the part of the address before the @ is it. */
export interface Enrolment {
  readonly email: string;
  readonly password: string;
  readonly name?: string | undefined;
  /** Left out: the first is an owner, everybody after it a moderator. */
  readonly role?: Role | undefined;
}

const setupLifetimeMs = 24 * 3_600_000;
const taken = { field: 'email', message: 'people.taken' } as const;

/** How moderators come to be. */
export function createEnrolment({ people, transaction, now, newId, newToken }: EnrolmentParts) {
  /** Adds a moderator; for the command line. */
  async function enrol(email: string, password: string, more: Pick<Enrolment, 'name' | 'role'> = {}) {
    return enrolBy({ email, password, ...more }, taken, async ({ moderators }, moderator) => {
      const first = (await moderators.count()) === 0;
      if (first && more.role === 'moderator') return 'people.firstIsOwner';
      const added = { ...moderator, role: more.role ?? (first ? 'owner' : 'moderator') };
      return (await moderators.add(added)) && added;
    });
  }

  /** A one-time token that makes its bearer the first moderator within a day; null when there is a moderator. */
  async function offerSetup(): Promise<string | null> {
    if ((await people.moderators.count()) > 0) return null;
    const token = newToken();
    await people.moderators.offerSetup(hashOfSecret(token), now() + setupLifetimeMs);
    return token;
  }

  const setupIsOpen = async (token: string): Promise<boolean> =>
    (await people.moderators.hasSetup(hashOfSecret(token), now())) && (await people.moderators.count()) === 0;

  /** Adds the first moderator, an owner, for a one-time token, and uses the token up. */
  async function setUp(token: string, enrolment: Enrolment): Promise<Enrolled> {
    const gone = { field: null, message: 'setup.gone' } as const;
    return enrolBy(enrolment, gone, async ({ moderators }, moderator) => {
      if ((await moderators.count()) > 0 || !(await moderators.useSetup(hashOfSecret(token), now()))) return false;
      const owner = { ...moderator, role: 'owner' } as const;
      return (await moderators.add(owner)) && owner;
    });
  }

  const invitationOf = (token: string): Promise<Invitation | undefined> =>
    people.invitations.byHash(hashOfSecret(token), now());

  /** Adds the moderator whom the token invites, and uses it up; the address is that of the invitation. */
  async function accept(token: string, chosen: Pick<Enrolment, 'password' | 'name'>): Promise<Enrolled> {
    const invitation = await invitationOf(token);
    const gone = { field: null, message: 'invitation.gone' } as const;
    if (!invitation) return { outcome: 'refused', ...gone };
    const { id, email, role } = invitation;
    return enrolBy({ ...chosen, email }, gone, async ({ moderators, invitations }, moderator) => {
      const open = await invitations.byHash(hashOfSecret(token), now());
      if (!open || !(await invitations.withdraw(id))) return false;
      const invited = { ...moderator, role };
      return (await moderators.add(invited)) && invited;
    });
  }

  /** `add` gives the moderator that it added, the message that says why it did not, or false for the usual reason. */
  async function enrolBy(
    { email: typed, password, name: given }: Enrolment,
    refusal: { readonly field: EnrolmentField | null; readonly message: Said },
    add: (stores: PeopleStores, moderator: Moderator) => Promise<Moderator | MessageKey | false>,
  ): Promise<Enrolled> {
    const email = readEmail(typed);
    if (email === null) return { outcome: 'refused', field: 'email', message: emailWanted };
    const name = given ?? email.split('@', 1)[0] ?? email;
    const wrongName = nameProblem(name);
    if (wrongName) return { outcome: 'refused', field: 'name', message: wrongName };
    const wrongPassword = passwordProblem(password);
    if (wrongPassword) return { outcome: 'refused', field: 'password', message: wrongPassword };
    const passwordHash = await hashPassword(password);
    const moderator = { ...newcomer, id: newId(), email, name: line(name), passwordHash, createdAt: now() };
    const added = await transaction(async ({ people }) => {
      await people.alone();
      return add(people, moderator);
    });
    if (typeof added === 'string') return { outcome: 'refused', field: null, message: added };
    return added ? { outcome: 'enrolled', moderator: added } : { outcome: 'refused', ...refusal };
  }

  return { enrol, offerSetup, setupIsOpen, setUp, invitationOf, accept };
}

const newcomer = {
  role: 'moderator',
  seenAt: null,
  disabledAt: null,
  secondFactor: null,
  mail: 'daily',
  language: null,
} as const;
