import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Keyed } from './address.ts';

/** What a request says about the page that sent it. */
type Source = 'same' | 'foreign' | 'unstated';

/**
 * Sec-Fetch-Site where the browser sends it, else Origin (OWASP, CSRF prevention). `none` is the visitor's own act.
 * The Host header may be compared with: another site's page cannot choose what the browser sends there.
 */
function sourceOf(req: Request, baseUrl: string | null): Source {
  const site = req.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none' ? 'same' : 'foreign';
  const origin = req.get('origin');
  if (!origin) return 'unstated';
  const own = [baseUrl && URL.parse(baseUrl)?.origin, `${req.protocol}://${req.get('host')}`];
  return own.includes(origin) ? 'same' : 'foreign';
}

const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/** Refuses every unsafe request that another site's page sent. */
export function refuseForeign(baseUrl: string | null): RequestHandler {
  return (req, _res, next) => {
    if (isSafe(req.method) || sourceOf(req, baseUrl) !== 'foreign') return next();
    throw new CommentsError('forbidden', 'error.foreignForm');
  };
}

/** The token that this session's forms carry for clients that do not say where a request comes from. */
export const csrfTokenOf = (req: Request, keyed: Keyed): string => keyed('csrf', req.sessionID);

/**
 * Asks for the token where neither header is sent. Not for the reply form: its challenge is bound to the session and
 * good for one post, which is a stronger token than this one.
 */
export function requireToken(baseUrl: string | null, keyed: Keyed): RequestHandler {
  return (req, _res, next) => {
    if (isSafe(req.method) || sourceOf(req, baseUrl) === 'same' || isSame(req.body?.csrf, csrfTokenOf(req, keyed)))
      return next();
    throw new CommentsError('forbidden', 'error.oldPage');
  };
}

/** In a time that says nothing of how much of it was right. */
export function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(
    Buffer.from(given.padEnd(expected.length)).subarray(0, expected.length),
    Buffer.from(expected),
  );
}
