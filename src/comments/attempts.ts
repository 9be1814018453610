import type { Budget, OpenBudget } from './budget.ts';
import type { Moderator } from './moderator.ts';
import { hashOfSecret } from './secret.ts';

/** Where an attempt to sign in comes from. */
export interface Origin {
  /** As a keyed hash. */
  readonly address: string;
  /** And its network. */
  readonly network: string;
  /** Tells whether this browser has signed in to that account before, and as which device. */
  readonly deviceOf: (moderator: Moderator) => string | null;
}

export interface Spent {
  readonly allowed: boolean;
  readonly retryAfter: number;
  /** Gives back what failures before this success have spent. */
  readonly forgive: () => Promise<void>;
}

const quarter = 900;
const hour = 3_600;
const day = 86_400;

/**
 * How often a secret may be guessed. A browser that has signed in to the account before has budgets of its own (OWASP
 * device cookies), and none that a stranger can spend is the account's alone: it is those of the own address and network.
 */
export function createAttempts(openBudget: OpenBudget) {
  const byAddress = openBudget({ name: 'sign-in-address', points: 10, seconds: quarter });
  const byDevice = openBudget({ name: 'sign-in-device', points: 10, seconds: quarter });
  const byNetwork = openBudget({ name: 'sign-in-network', points: 30, seconds: hour });
  const codesByDevice = openBudget({ name: 'code-device', points: 10, seconds: quarter });
  const codesByAccount = openBudget({ name: 'code-account', points: 30, seconds: day });
  const own = openBudget({ name: 'password-own', points: 10, seconds: quarter });

  /** One attempt at the password of whoever signs in with `email`. */
  async function password(email: string, moderator: Moderator | undefined, origin: Origin): Promise<Spent> {
    const device = moderator ? origin.deviceOf(moderator) : null;
    if (device) return spend([[byDevice, device]]);
    return spend([
      [byAddress, origin.address],
      [byNetwork, hashOfSecret(`${origin.network} ${email}`)],
    ]);
  }

  /**
   * One attempt at the second factor. Whoever gets here has shown the password, so that strangers cannot spend the
   * budget of the account; without it a million codes could be tried from a million addresses.
   */
  async function code(moderator: Moderator, origin: Origin): Promise<Spent> {
    const device = origin.deviceOf(moderator);
    return spend([device ? [codesByDevice, device] : [codesByAccount, moderator.id]]);
  }

  /** One attempt of somebody signed in at the own password. */
  const ownPassword = (moderatorId: string): Promise<Spent> => spend([[own, moderatorId]]);

  return { password, code, ownPassword };
}

/** Spends from each budget; the first that is empty decides. Only the first is given back: it is the narrowest. */
async function spend(budgets: readonly (readonly [Budget, string])[]): Promise<Spent> {
  const forgive = async (): Promise<void> => {
    for (const [budget, key] of budgets.slice(0, 1)) await budget.reset(key);
  };
  for (const [budget, key] of budgets) {
    const { allowed, retryAfter } = await budget.spend(key);
    if (!allowed) return { allowed, retryAfter, forgive };
  }
  return { allowed: true, retryAfter: 0, forgive };
}
