import type { Refused } from './account.ts';
import { hashOfRecoveryCode, newRecoveryCodes, secretFrom, stepOf } from './one-time-code.ts';
import { type OwnProof, type Self, wrongPassword } from './own-proof.ts';

export interface SecondFactorParts extends OwnProof {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** An unguessable string, base64url. */
  readonly newToken: () => string;
}

export type Confirmed =
  | { readonly outcome: 'confirmed'; readonly recoveryCodes: readonly string[] }
  | { readonly outcome: 'refused'; readonly problem: NonNullable<Refused> };

const wrongCode = { field: 'code', message: 'secondFactor.codeWrong' } as const;

/** Turning the own second factor on and off; both sign out everywhere else. */
export function createSecondFactor({ withPassword, changeProof, now, newToken }: SecondFactorParts) {
  /** A secret to put into an authenticator; nothing is changed yet. */
  const offer = (): string => secretFrom(newToken());

  /** Turns it on, once a code shows that the authenticator has the secret. The recovery codes are given this once. */
  async function confirm(
    self: Self,
    secret: string,
    typed: { readonly current: string; readonly code: string },
  ): Promise<Confirmed> {
    const moderator = await withPassword(self, typed.current);
    if (!moderator) return { outcome: 'refused', problem: wrongPassword };
    const usedStep = stepOf(typed.code, secret, now());
    if (usedStep === null) return { outcome: 'refused', problem: wrongCode };
    const recoveryCodes = newRecoveryCodes(newToken);
    const hashes = recoveryCodes.map(hashOfRecoveryCode);
    await changeProof(self, moderator, ({ secondFactors }) =>
      secondFactors.set(moderator.id, { secret, usedStep }, hashes),
    );
    return { outcome: 'confirmed', recoveryCodes };
  }

  async function turnOff(self: Self, current: string): Promise<Refused> {
    const moderator = await withPassword(self, current);
    if (!moderator) return wrongPassword;
    await changeProof(self, moderator, ({ secondFactors }) => secondFactors.set(moderator.id, null, []));
    return null;
  }

  return { offer, confirm, turnOff };
}
