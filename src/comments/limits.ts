/** So many points in so many seconds, for everyone that shares the key. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
}

const minute = 60;
const hour = 3_600;
const day = 86_400;

/**
 * What one party may do before it gets less, in one place. An address is a whole IPv4 or the /56 of an IPv6, a network a
 * /24 or /48. Over `publish-…` and `wrong-…` comments are held; over `held-…`, `steps-…`, `previews-…`, `likes-…` and
 * `receipts-…` visitors are asked to wait.
 */
export const defaultLimits = {
  /** Sums given to one visit. */
  'sums-visit': { points: 10, seconds: 10 * minute },
  /** New visits that get a sum with the page; the form of the others asks for it when it is posted. */
  'visits-address': { points: 30, seconds: 10 * minute },
  /** Sums given to posts that came without one, when the two above are spent. */
  'steps-address': { points: 30, seconds: 10 * minute },
  'wrong-address': { points: 5, seconds: 10 * minute },
  'wrong-address-day': { points: 20, seconds: day },
  'wrong-network': { points: 20, seconds: 10 * minute },
  'publish-address': { points: 3, seconds: 10 * minute },
  'publish-address-day': { points: 5, seconds: day },
  'publish-network': { points: 10, seconds: hour },
  'publish-site': { points: 30, seconds: hour },
  'publish-site-day': { points: 60, seconds: day },
  /** Of one author whom a moderator has approved: the limits above are for strangers. */
  'publish-author': { points: 20, seconds: hour },
  'held-address': { points: 5, seconds: hour },
  'held-site': { points: 500, seconds: hour },
  /** Previews: a person who types has the script ask for one at most every half second. */
  'previews-network': { points: 120, seconds: minute },
  /** Whatever is done by private links of comments. */
  'receipts-network': { points: 60, seconds: hour },
  /** Mails that ask whether an address is somebody's own: to one address, asked for from one, and all together. */
  'confirm-email': { points: 3, seconds: day },
  'confirm-address': { points: 10, seconds: day },
  'confirm-site': { points: 100, seconds: hour },
  /** Likes, and new visits that come to like, from one network. */
  'likes-network': { points: 60, seconds: hour },
  /** Likes that one network gives one comment; it is known for 30 days where they came from, so longer does nothing. */
  'likes-comment': { points: 5, seconds: 30 * day },
  /** So many wrong answers on the whole site hold all strangers. */
  'breaker-burst': { points: 30, seconds: 5 * minute },
  /** So many, where they are also more than three times the right ones. */
  'breaker-day': { points: 30, seconds: day },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;
export type Limits = Readonly<Record<LimitName, Limit>>;
export const limitNames = Object.keys(defaultLimits) as readonly LimitName[];

/** The limits that let more through than the default: more points, or the same ones sooner again. */
export function weakerLimits(limits: Limits): readonly LimitName[] {
  return limitNames.filter((name) => {
    const { points, seconds } = limits[name];
    return points > defaultLimits[name].points || seconds < defaultLimits[name].seconds;
  });
}

/** "3 in 10 minutes", for those who set the limits. */
export function inWords(limit: Limit): string {
  const { count, unit } = spanOf(limit);
  return `${limit.points} in ${count === 1 ? `one ${unit}` : `${count} ${unit}s`}`;
}

/** How long a limit counts, in the largest unit that leaves no rest. */
export interface Span {
  readonly count: number;
  readonly unit: 'day' | 'hour' | 'minute' | 'second';
}

export function spanOf({ seconds }: Limit): Span {
  const [size, unit] = units.find(([size]) => seconds % size === 0) ?? ([1, 'second'] as const);
  return { count: seconds / size, unit };
}

const units = [
  [day, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
] as const;
