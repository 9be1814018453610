import type { Role } from './moderator.ts';

/** A one-time link that makes the bearer a moderator under this address. */
export interface Invitation {
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly role: Role;
  /** SHA-256 of the link's token. */
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

export interface InvitationStore {
  /** Replaces an earlier one for the same address. */
  offer(invitation: Invitation): Promise<void>;
  /** Those that are good at `now`, in order of their addresses. */
  open(now: number): Promise<readonly Invitation[]>;
  /** The one that is good at `now`. */
  byHash(hash: string, now: number): Promise<Invitation | undefined>;
  /** False when there is none such. */
  withdraw(id: string): Promise<boolean>;
}
