import type { Request, RequestHandler, Response } from 'express';
import type { Proven, SignedIn, SignIn } from '../comments/sign-in.ts';
import { type Message, type MessageKey, message, type Said } from '../messages/message.ts';
import { visitIdOf } from './access.ts';
import type { Keyed } from './address.ts';
import type { Arrivals } from './arrival.ts';
import { type CredentialsFields, type CredentialsProblems, credentialsOf, showCredentials } from './credentials.ts';
import type { ShowPage } from './pages.ts';
import { endSession } from './session.ts';

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
    const { status, message } = refusalOf(res, outcome, 'signIn.wrong');
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
      showForm(req, res, 422, '', [{ field: null, message: 'signIn.tooLate' }]);
      return;
    }
    const { status, message } = refusalOf(res, outcome, 'signIn.wrongCode');
    showCode(req, res, status, [{ field: 'code', message }]);
  };

  const signOut: RequestHandler = async (req, res) => {
    await signIn.signOut(visitIdOf(req, keyed));
    await endSession(req);
    res.redirect(303, `${req.baseUrl}/`);
  };

  function showForm(req: Request, res: Response, status: number, email: string, problems: CredentialsProblems): void {
    const fields: CredentialsFields = { action: `${req.baseUrl}/sign-in`, email, name: '', problems, token: '' };
    showCredentials(show, req, res, { view: 'session/sign-in', title: 'signIn.heading', status }, fields);
  }

  function showCode(req: Request, res: Response, status: number, problems: CredentialsProblems): void {
    const action = `${req.baseUrl}/sign-in/code`;
    const fields: CredentialsFields = { action, email: '', name: '', problems, token: '' };
    showCredentials(show, req, res, { view: 'session/code', title: 'secondFactor.heading', status }, fields);
  }

  return { form, submit, codeForm, submitCode, signOut };
}

/** What is said to whoever is not let in. */
function refusalOf(res: Response, refused: SignedIn | Proven, usual: MessageKey): { status: number; message: Said } {
  if (refused.outcome === 'disabled') return { status: 422, message: 'signIn.disabled' };
  if (refused.outcome !== 'too-many') return { status: 422, message: usual };
  res.set('Retry-After', String(refused.retryAfter));
  return { status: 429, message: waitFor(Math.ceil(refused.retryAfter / 60)) };
}

const waitFor = (minutes: number): Message =>
  minutes < 90
    ? message('signIn.waitMinutes', { minutes })
    : message('signIn.waitHours', { hours: Math.ceil(minutes / 60) });
