import type { Request, RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Moderator } from '../comments/moderator.ts';
import type { SignIn } from '../comments/sign-in.ts';
import type { Keyed } from './address.ts';

/** Who may use a route. */
export type Access = 'anyone' | 'moderator' | 'owner';

/** A handler that says whom it lets pass, for those who look the routes through. */
export interface AccessRule extends RequestHandler {
  readonly access: Access;
}

/** The moderator who is signed in, as the pages see them: in `res.locals.moderator`. */
export interface SignedInModerator extends Pick<Moderator, 'id' | 'email' | 'name' | 'role'> {
  /** Comments that wait for a decision. */
  readonly pending: number;
  /** Requests of authors to be erased that nobody has settled; 0 for those who may not. */
  readonly erasures: number;
}

export interface RecogniseParts {
  readonly signIn: SignIn;
  readonly moderation: { waiting(): Promise<number> };
  readonly erasureRequests: { waiting(): Promise<number> };
  readonly keyed: Keyed;
}

/** Puts the signed-in moderator where the pages look for them; a visitor without a session costs nothing here. */
export function recognise({ signIn, moderation, erasureRequests, keyed }: RecogniseParts): RequestHandler {
  return async (req, res, next) => {
    if (req.session.moderatorId === undefined) return next();
    const moderator = await signIn.recognise(visitIdOf(req, keyed));
    if (!moderator) return next();
    const { id, email, name, role } = moderator;
    const erasures = role === 'owner' ? await erasureRequests.waiting() : 0;
    const pending = await moderation.waiting();
    const signedIn: SignedInModerator = { id, email, name, role, pending, erasures };
    res.locals.moderator = signedIn;
    next();
  };
}

/** By what a visit is known in the database: who reads it there cannot become anybody. */
export const visitIdOf = (req: Request, keyed: Keyed): string => keyed('signed-in', req.sessionID);

/**
 * Stands first in every route, and says who may use it; test/http/access.test.ts finds a route without it. Reading leads
 * to the sign-in page; an act is refused, so that nothing looks done that was not.
 */
export function may(access: Access): AccessRule {
  const rule: RequestHandler = (req, res, next) => {
    const moderator: SignedInModerator | undefined = res.locals.moderator;
    if (access === 'anyone' || moderator?.role === 'owner') return next();
    if (moderator && access === 'owner') throw new CommentsError('forbidden', 'access.ownersOnly');
    if (moderator) return next();
    if (req.method === 'GET' || req.method === 'HEAD') return res.redirect(303, `${req.baseUrl}/sign-in`);
    throw new CommentsError('forbidden', 'access.signInFirst');
  };
  return Object.assign(rule, { access });
}
