import { createHash } from 'node:crypto';
import type { Budget, OpenBudget } from './budget.ts';
import type { Moderator, ModeratorStore } from './moderator.ts';
import { hashPassword, passwordMatches, passwordProblem } from './password.ts';

export interface SignInParts {
  readonly moderators: ModeratorStore;
  readonly openBudget: OpenBudget;
  readonly now: () => number;
  readonly newId: () => string;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

export interface Attempt {
  readonly email: string;
  readonly password: string;
  /** Where it comes from, as a keyed hash. */
  readonly address: string;
  /** And its network. */
  readonly network: string;
  /** Tells whether this browser has signed in to that account before, and as which device. */
  readonly deviceOf: (moderator: Moderator) => string | null;
}

export type SignedIn =
  | { readonly outcome: 'signed-in'; readonly moderator: Moderator }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'too-many'; readonly retryAfter: number };

export type Enrolled =
  | { readonly outcome: 'enrolled'; readonly moderator: Moderator }
  | { readonly outcome: 'refused'; readonly field: 'email' | 'password' | null; readonly message: string };

export type SignIn = ReturnType<typeof createSignIn>;

/** Said to whoever opens a setup link that opens nothing. */
export const setupGone =
  'This link is no longer good: it was used, it is more than a day old, or there is a moderator already. While there is none, each start of the server gives a new one.';

const setupLifetimeMs = 24 * 3_600_000;

/** How moderators come to be, and how they prove who they are. */
export function createSignIn(parts: SignInParts) {
  const { moderators, openBudget, now, newId, newToken } = parts;
  const byAddress = openBudget({ name: 'sign-in-address', points: 10, seconds: 900 });
  const byDevice = openBudget({ name: 'sign-in-device', points: 10, seconds: 900 });
  const byNetwork = openBudget({ name: 'sign-in-network', points: 30, seconds: 3_600 });
  const nobody = hashPassword(newToken());

  /**
   * Known and unknown addresses get the same answers after the same work. A browser that has signed in to the account
   * before has a budget of its own (OWASP device cookies), and no budget is the account's alone: a stranger can only use
   * up those of the own address and network, never lock the owner out.
   */
  async function signIn(attempt: Attempt): Promise<SignedIn> {
    const email = normaliseEmail(attempt.email);
    const moderator = emailPattern.test(email) ? await moderators.byEmail(email) : undefined;
    const device = moderator ? attempt.deviceOf(moderator) : null;
    const spent = await spendAll(
      device
        ? [[byDevice, device]]
        : [
            [byAddress, attempt.address],
            [byNetwork, fingerprint(`${attempt.network} ${email}`)],
          ],
    );
    if (!spent.allowed) return { outcome: 'too-many', retryAfter: spent.retryAfter };
    const matches = await passwordMatches(moderator?.passwordHash ?? (await nobody), attempt.password);
    if (!moderator || !matches) return { outcome: 'wrong' };
    await (device ? byDevice.reset(device) : byAddress.reset(attempt.address));
    return { outcome: 'signed-in', moderator };
  }

  /** Adds a moderator; for the command line. */
  async function enrol(email: string, password: string): Promise<Enrolled> {
    return enrolBy(email, password, (moderator) => moderators.add(moderator), {
      field: 'email',
      message: 'There is a moderator with this e-mail address already.',
    });
  }

  /** A one-time token that makes its bearer the first moderator within a day; null when there is a moderator. */
  async function offerSetup(): Promise<string | null> {
    if ((await moderators.count()) > 0) return null;
    const token = newToken();
    await moderators.offerSetup(fingerprint(token), now() + setupLifetimeMs);
    return token;
  }

  const setupIsOpen = async (token: string): Promise<boolean> =>
    (await moderators.hasSetup(fingerprint(token), now())) && (await moderators.count()) === 0;

  /** Adds the first moderator for a one-time token, and uses the token up. */
  async function setUp(token: string, email: string, password: string): Promise<Enrolled> {
    return enrolBy(email, password, (moderator) => moderators.setUp(fingerprint(token), moderator, now()), {
      field: null,
      message: setupGone,
    });
  }

  async function enrolBy(
    email: string,
    password: string,
    add: (moderator: Moderator) => Promise<boolean>,
    refusal: { readonly field: 'email' | null; readonly message: string },
  ): Promise<Enrolled> {
    if (!emailPattern.test(normaliseEmail(email)))
      return { outcome: 'refused', field: 'email', message: 'Enter an e-mail address such as name@example.org.' };
    const problem = passwordProblem(password);
    if (problem) return { outcome: 'refused', field: 'password', message: problem };
    const passwordHash = await hashPassword(password);
    const moderator = { id: newId(), email: normaliseEmail(email), passwordHash, createdAt: now() };
    return (await add(moderator)) ? { outcome: 'enrolled', moderator } : { outcome: 'refused', ...refusal };
  }

  return { signIn, enrol, offerSetup, setupIsOpen, setUp, byId: (id: string) => moderators.byId(id) };
}

/** Roughly an address; no control characters, which one of our databases cannot even be asked about. */
const emailPattern = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u;

const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** What a store may keep of a secret or of a key that a stranger chose: one length, nothing to read. */
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Spends from each budget; the first that is empty decides. */
async function spendAll(
  budgets: readonly (readonly [Budget, string])[],
): Promise<{ allowed: boolean; retryAfter: number }> {
  for (const [budget, key] of budgets) {
    const allowance = await budget.spend(key);
    if (!allowance.allowed) return allowance;
  }
  return { allowed: true, retryAfter: 0 };
}
