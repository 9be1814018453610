import type { Request, Response } from 'express';
import type { Origin } from '../comments/attempts.ts';
import type { Moderator } from '../comments/moderator.ts';
import type { Arrival, SignIn } from '../comments/sign-in.ts';
import { visitIdOf } from './access.ts';
import { type Keyed, networkOf, partyOf } from './address.ts';
import { cookieOf } from './cookie.ts';
import { deviceOf } from './device.ts';
import { languageOf } from './language.ts';
import { renewSession } from './session.ts';

export interface ArrivalParts {
  readonly signIn: SignIn;
  readonly keyed: Keyed;
  readonly secure: boolean;
  readonly newToken: () => string;
}

export type Arrivals = ReturnType<typeof createArrivals>;

const yearMs = 365 * 24 * 3_600_000;

/** How a browser becomes one in which a moderator is signed in. */
export function createArrivals({ signIn, keyed, secure, newToken }: ArrivalParts) {
  const cookieName = secure ? '__Host-device' : 'device';

  /** What the budgets for guessing go by. */
  const originOf = (req: Request): Origin => ({
    address: keyed('address', partyOf(req.ip)),
    network: keyed('network', networkOf(req.ip)),
    deviceOf: (moderator) => knownDevice(req, moderator),
  });

  /**
   * Lets in whoever has shown the password, or asks for the second factor; false when the account has changed meanwhile.
   * Either way under a new session id, so that one planted before is worth nothing, and in the place of the visit before.
   */
  async function admit(req: Request, res: Response, moderator: Moderator): Promise<boolean> {
    await signIn.signOut(visitIdOf(req, keyed));
    await renewSession(req);
    req.session.signingIn = true;
    const opened = await signIn.open(moderator, arrivalOf(req, res));
    if (opened === 'whole') welcome(req, res, moderator);
    if (opened === 'half') res.redirect(303, `${req.baseUrl}/sign-in/code`);
    return opened !== null;
  }

  /** Lets in whoever has shown the second factor too; false when that took too long. */
  async function complete(req: Request, res: Response, moderator: Moderator): Promise<boolean> {
    const half = visitIdOf(req, keyed);
    await renewSession(req);
    const completed = await signIn.complete(half, arrivalOf(req, res));
    if (completed) welcome(req, res, moderator);
    return completed;
  }

  /** A cookie knows this device again, so that strangers' failures do not count against it. */
  function welcome(req: Request, res: Response, moderator: Moderator): void {
    req.session.moderatorId = moderator.id;
    const nonce = newToken();
    const value = `${nonce}.${keyed('device', `${moderator.id}:${nonce}`)}`;
    res.cookie(cookieName, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: yearMs });
    res.redirect(303, `${req.baseUrl}/moderation`);
  }

  const arrivalOf = (req: Request, res: Response): Arrival => ({
    id: visitIdOf(req, keyed),
    device: deviceOf(req.get('user-agent')),
    language: languageOf(res),
  });

  /** The device's own name, if its cookie was made for this very account. */
  function knownDevice(req: Request, moderator: Moderator): string | null {
    const [nonce = '', proof] = (cookieOf(req, cookieName) ?? '').split('.');
    return proof === keyed('device', `${moderator.id}:${nonce}`) ? keyed('device-name', nonce) : null;
  }

  return { originOf, admit, complete };
}
