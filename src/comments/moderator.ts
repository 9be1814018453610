/** Who decides. */
export interface Moderator {
  readonly id: string;
  /** Lower case; signs in with it. */
  readonly email: string;
  /** Argon2id in PHC string format. */
  readonly passwordHash: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface ModeratorStore {
  /** False when the address is taken; nothing is changed then. */
  add(moderator: Moderator): Promise<boolean>;
  byId(id: string): Promise<Moderator | undefined>;
  byEmail(email: string): Promise<Moderator | undefined>;
  count(): Promise<number>;
  /** Replaces every earlier setup link by this one; `hash` is SHA-256 of its token. */
  offerSetup(hash: string, expiresAt: number): Promise<void>;
  /** Whether the link is good, without using it up. */
  hasSetup(hash: string, now: number): Promise<boolean>;
  /**
   * Uses the link up and adds the first moderator, in one transaction: false (and nothing changed) when the link is
   * unknown, used or expired, or when there is a moderator already.
   */
  setUp(hash: string, moderator: Moderator, now: number): Promise<boolean>;
}
