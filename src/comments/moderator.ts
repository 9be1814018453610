import type { Cadence } from './notification.ts';

/** An owner decides about moderators, settings, erasing and exporting too; a moderator about comments. */
export const roles = ['owner', 'moderator'] as const;
export type Role = (typeof roles)[number];

/** Who decides. */
export interface Moderator {
  readonly id: string;
  /** Lower case; signs in with it. */
  readonly email: string;
  /** What readers see on the replies. */
  readonly name: string;
  readonly role: Role;
  /** Argon2id in PHC string format. */
  readonly passwordHash: string;
  /** Epoch milliseconds, as are the next two. */
  readonly createdAt: number;
  /** When a page was last opened while signed in, to the minute; null: never. */
  readonly seenAt: number | null;
  /** Null: may sign in. */
  readonly disabledAt: number | null;
  readonly secondFactor: SecondFactor | null;
  /** How often mail tells of comments that wait. */
  readonly mail: Cadence;
  /** BCP 47 tag of the language to write in; null: nobody knows, so the site's. */
  readonly language: string | null;
}

/** What an authenticator makes codes from (RFC 6238). */
export interface SecondFactor {
  /** Base32. */
  readonly secret: string;
  /** The step of time whose code was used last: no code is good twice. */
  readonly usedStep: number;
}

/** What can be changed of a moderator. */
export type ModeratorChange = Partial<
  Pick<Moderator, 'name' | 'role' | 'passwordHash' | 'disabledAt' | 'mail' | 'language'>
>;

export interface ModeratorStore {
  /** False when the address is taken; nothing is changed then. */
  add(moderator: Moderator): Promise<boolean>;
  byId(id: string): Promise<Moderator | undefined>;
  byEmail(email: string): Promise<Moderator | undefined>;
  /** In order of their addresses. */
  all(): Promise<readonly Moderator[]>;
  count(): Promise<number>;
  change(id: string, change: ModeratorChange): Promise<void>;
  /** Replaces every earlier setup link by this one; `hash` is SHA-256 of its token. */
  offerSetup(hash: string, expiresAt: number): Promise<void>;
  /** Whether the link is good, without using it up. */
  hasSetup(hash: string, now: number): Promise<boolean>;
  /** Uses the link up; false when it is unknown, used or expired. */
  useSetup(hash: string, now: number): Promise<boolean>;
}

export interface SecondFactorStore {
  /** Puts the factor and its recovery codes (as hashes) in the place of those of before; null: none from now on. */
  set(moderatorId: string, factor: SecondFactor | null, recoveryCodes: readonly string[]): Promise<void>;
  /** Remembers the step as used; false when it, or a later one, was used already. */
  useStep(moderatorId: string, step: number): Promise<boolean>;
  /** Uses the code up; false when there is none such. */
  useRecoveryCode(moderatorId: string, hash: string): Promise<boolean>;
  countRecoveryCodes(moderatorId: string): Promise<number>;
}
