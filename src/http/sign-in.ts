import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Moderator } from '../comments/moderator.ts';
import { type Enrolled, type SignIn, setupGone } from '../comments/sign-in.ts';
import { type Keyed, networkOf, partyOf } from './address.ts';
import { cookieOf } from './cookie.ts';
import type { Problem } from './form-view.ts';
import type { ShowPage } from './pages.ts';
import { endSession, renewSession } from './session.ts';
import type { CredentialsView } from './view.ts';

export interface SignInPageParts {
  readonly signIn: SignIn;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly secure: boolean;
  readonly newToken: () => string;
}

type Problems = readonly Problem<'email' | 'password'>[];

const yearMs = 365 * 24 * 3_600_000;

/** Signing in and out, and the one-time page that makes the first moderator. */
export function signInRoutes({ signIn, show, keyed, secure, newToken }: SignInPageParts) {
  const deviceCookie = secure ? '__Host-device' : 'device';

  const form: RequestHandler = (req, res) => {
    if (res.locals.moderator) return res.redirect(303, `${req.baseUrl}/moderation`);
    showForm(req, res, 200, '', []);
  };

  const submit: RequestHandler = async (req, res) => {
    const { email, password } = credentialsOf(req);
    const outcome = await signIn.signIn({
      email,
      password,
      address: keyed('address', partyOf(req.ip)),
      network: keyed('network', networkOf(req.ip)),
      deviceOf: (moderator) => deviceOf(req, moderator),
    });
    if (outcome.outcome === 'signed-in') return admit(req, res, outcome.moderator);
    if (outcome.outcome === 'wrong') return showForm(req, res, 422, email, [{ field: null, message: wrong }]);
    res.set('Retry-After', String(outcome.retryAfter));
    const minutes = Math.ceil(outcome.retryAfter / 60);
    const wait = minutes === 1 ? 'a minute' : minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
    showForm(req, res, 429, email, [{ field: null, message: `There were too many attempts. Try again in ${wait}.` }]);
  };

  const signOut: RequestHandler = async (req, res) => {
    await endSession(req);
    res.redirect(303, `${req.baseUrl}/`);
  };

  const setup: RequestHandler = async (req, res) => {
    const token = typeof req.query.token === 'string' ? req.query.token : '';
    if (!(await signIn.setupIsOpen(token))) throw new CommentsError('not-found', setupGone);
    showSetup(req, res, 200, token, '', []);
  };

  const setUp: RequestHandler = async (req, res) => {
    const { email, password } = credentialsOf(req);
    const token = typeof req.body?.token === 'string' ? req.body.token : '';
    if (!(await signIn.setupIsOpen(token))) throw new CommentsError('not-found', setupGone);
    const outcome: Enrolled = await signIn.setUp(token, email, password);
    if (outcome.outcome === 'enrolled') return admit(req, res, outcome.moderator);
    showSetup(req, res, 422, token, email, [{ field: outcome.field, message: outcome.message }]);
  };

  /** A new session id, so that one planted before is worth nothing, and a cookie that knows this device again. */
  async function admit(req: Request, res: Response, moderator: Moderator): Promise<void> {
    await renewSession(req);
    req.session.moderatorId = moderator.id;
    const nonce = newToken();
    const value = `${nonce}.${keyed('device', `${moderator.id}:${nonce}`)}`;
    res.cookie(deviceCookie, value, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: yearMs });
    res.redirect(303, `${req.baseUrl}/moderation`);
  }

  /** The device's own name, if its cookie was made for this very account. */
  function deviceOf(req: Request, moderator: Moderator): string | null {
    const [nonce = '', proof] = (cookieOf(req, deviceCookie) ?? '').split('.');
    return proof === keyed('device', `${moderator.id}:${nonce}`) ? keyed('device-name', nonce) : null;
  }

  function showForm(req: Request, res: Response, status: number, email: string, problems: Problems): void {
    const fields: CredentialsView = { action: `${req.baseUrl}/sign-in`, email, problems, token: '' };
    showCredentials(req, res, { view: 'session/sign-in', title: 'Sign in', status }, fields);
  }

  function showSetup(
    req: Request,
    res: Response,
    status: number,
    token: string,
    email: string,
    problems: Problems,
  ): void {
    const fields: CredentialsView = { action: `${req.baseUrl}/setup`, email, problems, token };
    showCredentials(req, res, { view: 'session/setup', title: 'Create the first moderator', status }, fields);
  }

  /** These forms carry a token bound to the session, so the session is kept from here on. */
  function showCredentials(
    req: Request,
    res: Response,
    shown: { readonly view: string; readonly title: string; readonly status: number },
    fields: CredentialsView,
  ): void {
    req.session.signingIn = true;
    show(req, res, { ...shown, title: `${fields.problems.length > 0 ? 'Error: ' : ''}${shown.title}` }, fields);
  }

  return { form, submit, signOut, setup, setUp };
}

const wrong = 'The e-mail address or the password is not right. Check both and try again.';

function credentialsOf(req: Request): { readonly email: string; readonly password: string } {
  const text = (field: unknown): string => (typeof field === 'string' ? field : '');
  return { email: text(req.body?.email).slice(0, 254), password: text(req.body?.password) };
}
