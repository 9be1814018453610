/** Who is asking now, as keyed hashes of the session and of the address it comes from. */
export interface Visitor {
  readonly id: string;
  readonly address: string;
}

/** The permission to post, and the answer typed for it; both as they came, unchecked. */
export interface Ticket {
  readonly id: unknown;
  readonly response: unknown;
  /** Asks for a moderator instead of answering; the challenge is spent all the same. */
  readonly unable: boolean;
}
