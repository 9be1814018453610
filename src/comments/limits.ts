/** So many points in so many seconds, for everyone that shares the key. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

const hour = 3_600;

/** What one party may do before it is asked to wait, in one place. An address is a whole IPv4 or the /56 of an IPv6. */
export const limits = {
  /** Comments sent to a moderator without a sum. */
  unsolved: { address: { points: 5, seconds: hour }, site: { points: 500, seconds: hour } },
} as const satisfies Record<string, Readonly<Record<string, Limit>>>;
