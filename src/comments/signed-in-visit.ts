import type { Moderator } from './moderator.ts';

/** A browser in which a moderator is signed in. Without its row the browser's cookie opens nothing. */
export interface SignedInVisit {
  /** Keyed hash of the session. */
  readonly id: string;
  readonly moderatorId: string;
  /** Only the password was shown, and the second factor is asked for: grants nothing yet. */
  readonly half: boolean;
  /** What the browser calls itself, such as "Firefox on Android". */
  readonly device: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** To the minute. */
  readonly seenAt: number;
}

export interface SignedInVisitStore {
  add(visit: SignedInVisit): Promise<void>;
  /** The visit and who it is, in one question. */
  byId(id: string): Promise<{ readonly visit: SignedInVisit; readonly moderator: Moderator } | undefined>;
  /** The whole ones of a moderator, the one seen last first. */
  of(moderatorId: string): Promise<readonly SignedInVisit[]>;
  /** Notes that the visit, and its moderator, were seen. */
  see(visit: Pick<SignedInVisit, 'id' | 'moderatorId'>, at: number): Promise<void>;
  end(id: string): Promise<void>;
  /** Ends all of a moderator, but the one called `except`. */
  endAll(moderatorId: string, except: string | null): Promise<void>;
}

/** How long one may stay signed in. */
export interface VisitLimits {
  /** Hours without opening a page. */
  readonly sessionIdleHours: number;
  /** Hours in all (NIST SP 800-63B, 2.2.3; ASVS 7.3). */
  readonly sessionHours: number;
}

/** Nobody stays signed in for longer: the cookie of a visit lives two weeks. */
export const mostSessionHours = 336;

const hourMs = 3_600_000;
/** Time to find the telephone with the second factor. */
const halfMs = 10 * 60_000;

/** Whether the visit is within its limits at `now`, epoch milliseconds. */
export function isLive(visit: SignedInVisit, limits: VisitLimits, now: number): boolean {
  const age = now - visit.createdAt;
  if (visit.half) return age < halfMs;
  return age < limits.sessionHours * hourMs && now - visit.seenAt < limits.sessionIdleHours * hourMs;
}
