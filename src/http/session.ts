import type { Request, RequestHandler } from 'express';
import session, { type Store } from 'express-session';
import type { Visitor } from '../comments/visitor.ts';
import { type Keyed, networkOf, partyOf } from './address.ts';
import { remembered } from './remember.ts';

declare module 'express-session' {
  interface SessionData {
    /** Set once a form was issued, so that the session is kept. */
    visiting?: true;
    /** Set while the sign-in form is open, whose token is bound to the session. */
    signingIn?: true;
    /** Worth a question to the database, which alone says who is signed in. */
    moderatorId?: string;
    /** What was shown to be put into an authenticator, until a code shows that it is there. */
    offeredSecret?: string;
  }
}

const dayMs = 24 * 3_600_000;

/** `__Host-` ties the cookie to this host, TLS and the path / (RFC 6265bis); browsers refuse it without TLS. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-sid' : 'sid');

/** A cookie is set, and a row written, only for a visit that asked for a form or signs in. */
export function sessions(options: {
  readonly store: Store;
  readonly secret: string;
  readonly secure: boolean;
}): RequestHandler {
  return session({
    name: sessionCookieName(options.secure),
    secret: options.secret,
    store: options.store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/', maxAge: 14 * dayMs },
  });
}

/** Who is asking; the core sees keyed hashes, never session id, address or token themselves. */
export function visitorOf(req: Request, keyed: Keyed, token = remembered(req, keyed)?.token): Visitor {
  return {
    id: keyed('visitor', req.sessionID),
    address: keyed('address', partyOf(req.ip)),
    network: keyed('network', networkOf(req.ip)),
    author: token === undefined ? null : keyed('author', token),
  };
}

/** Whether the request came with a session that is kept; without one there is nothing of the visitor's to look up. */
export const isKept = (req: Request): boolean => req.session.visiting === true || req.session.moderatorId !== undefined;

/** A new session id for a new right (fixation, ASVS 7.2.4); resolves once the old one is gone. */
export function renewSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => req.session.regenerate((error) => (error ? reject(error) : resolve())));
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => req.session.destroy((error) => (error ? reject(error) : resolve())));
}
