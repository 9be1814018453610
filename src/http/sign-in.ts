import type { Request, RequestHandler, Response } from 'express';
import type { Proven, SignedIn, SignIn } from '../comments/sign-in.ts';
import { visitIdOf } from './access.ts';
import type { Keyed } from './address.ts';
import type { Arrivals } from './arrival.ts';
import { type CredentialsProblems, credentialsOf, showCredentials } from './credentials.ts';
import type { ShowPage } from './pages.ts';
import { endSession } from './session.ts';
import type { CredentialsView } from './view.ts';

export interface SignInPageParts {
  readonly signIn: SignIn;
  readonly arrivals: Arrivals;
  readonly show: ShowPage;
  readonly keyed: Keyed;
}

/** Signing in, with the second factor on a page of its own, and out. */
export function signInRoutes({ signIn, arrivals, show, keyed }: SignInPageParts) {
  const form: RequestHandler = (req, res) => {
    if (res.locals.moderator) return res.redirect(303, `${req.baseUrl}/moderation`);
    showForm(req, res, 200, '', []);
  };

  const submit: RequestHandler = async (req, res) => {
    const { email, password } = credentialsOf(req);
    const outcome = await signIn.signIn({ email, password, ...arrivals.originOf(req) });
    if (outcome.outcome === 'signed-in' && (await arrivals.admit(req, res, outcome.moderator))) return;
    const { status, message } = refusalOf(res, outcome, wrong);
    showForm(req, res, status, email, [{ field: null, message }]);
  };

  const codeForm: RequestHandler = async (req, res) => {
    if (!(await signIn.isHalf(visitIdOf(req, keyed)))) return res.redirect(303, `${req.baseUrl}/sign-in`);
    showCode(req, res, 200, []);
  };

  const submitCode: RequestHandler = async (req, res) => {
    const { code } = credentialsOf(req);
    const outcome = await signIn.prove(visitIdOf(req, keyed), code, arrivals.originOf(req));
    if (outcome.outcome === 'signed-in' && (await arrivals.complete(req, res, outcome.moderator))) return;
    if (outcome.outcome === 'gone' || outcome.outcome === 'signed-in') {
      showForm(req, res, 422, '', [{ field: null, message: tooLate }]);
      return;
    }
    const { status, message } = refusalOf(res, outcome, wrongCode);
    showCode(req, res, status, [{ field: 'code', message }]);
  };

  const signOut: RequestHandler = async (req, res) => {
    await signIn.signOut(visitIdOf(req, keyed));
    await endSession(req);
    res.redirect(303, `${req.baseUrl}/`);
  };

  function showForm(req: Request, res: Response, status: number, email: string, problems: CredentialsProblems): void {
    const fields: CredentialsView = { action: `${req.baseUrl}/sign-in`, email, name: '', problems, token: '' };
    showCredentials(show, req, res, { view: 'session/sign-in', title: 'Sign in', status }, fields);
  }

  function showCode(req: Request, res: Response, status: number, problems: CredentialsProblems): void {
    const action = `${req.baseUrl}/sign-in/code`;
    const fields: CredentialsView = { action, email: '', name: '', problems, token: '' };
    showCredentials(show, req, res, { view: 'session/code', title: 'Second factor', status }, fields);
  }

  return { form, submit, codeForm, submitCode, signOut };
}

const wrong = 'The e-mail address or the password is not right. Check both and try again.';
const disabled = 'This account is disabled. Ask an owner of the site to enable it.';
const wrongCode =
  'That code is not right, or was used already. Enter the one that your authenticator shows now, or a recovery code.';
const tooLate = 'The code came too late. Sign in with your password once more.';

/** What is said to whoever is not let in. */
function refusalOf(res: Response, refused: SignedIn | Proven, usual: string): { status: number; message: string } {
  if (refused.outcome === 'disabled') return { status: 422, message: disabled };
  if (refused.outcome !== 'too-many') return { status: 422, message: usual };
  res.set('Retry-After', String(refused.retryAfter));
  const minutes = Math.ceil(refused.retryAfter / 60);
  const wait = minutes === 1 ? 'a minute' : minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return { status: 429, message: `There were too many attempts. Try again in ${wait}.` };
}
