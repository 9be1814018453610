import type { Request, Response } from 'express';
import type { Comment } from '../comments/comment.ts';
import { cookieAttributes, cookieName, cookieOf } from './cookie.ts';

/** Seconds since 1970. One pair for the whole site: what it says of somebody does not grow with what they read. */
interface Visits {
  /** When the visit before this one ended; what came later is new. */
  readonly before: number;
  /** The last page of this visit. */
  readonly last: number;
}

/** Whoever was away for so long comes for another visit. */
const pause = 30 * 60;
/** Pages that follow each other more quickly need not be written down. */
const step = 60;
const yearMs = 365 * 24 * 3_600_000;

const nameFor = (req: Request): string => cookieName(req, 'visits');

/**
 * When the visit before this one ended, in epoch milliseconds, and null on the first; the device keeps that it is here
 * now. Nothing is signed: whoever forges it marks other replies as new for nobody but themselves.
 */
export function lastVisit(req: Request, res: Response, now: number): number | null {
  const seconds = Math.floor(now / 1000);
  const known = visitsOf(req);
  const before = known && (seconds - known.last < pause ? known.before : known.last);
  if (!known || seconds - known.last >= step) {
    const value = `${before ?? seconds}.${seconds}`;
    res.cookie(nameFor(req), value, { ...cookieAttributes(req), maxAge: yearMs });
  }
  return before && before * 1000;
}

/** Whoever is not to be remembered leaves nothing of it. */
export function forgetVisits(req: Request, res: Response): void {
  if (cookieOf(req, nameFor(req)) !== undefined) res.clearCookie(nameFor(req), cookieAttributes(req));
}

/** What somebody else wrote, or a moderator approved, since then. */
export function isNewSince(since: number | null, comment: Comment, own: boolean): boolean {
  if (since === null || own || comment.status !== 'approved' || comment.erasedAt !== null) return false;
  return Math.max(comment.createdAt, comment.decidedAt ?? 0) > since;
}

function visitsOf(req: Request): Visits | null {
  const [, before, last] = /^(\d{1,11})\.(\d{1,11})$/.exec(cookieOf(req, nameFor(req)) ?? '') ?? [];
  return before && last ? { before: Number(before), last: Number(last) } : null;
}
