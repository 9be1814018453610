import type { Request, RequestHandler, Response } from 'express';
import type { Enrolled } from '../comments/enrolment.ts';
import { CommentsError } from '../comments/error.ts';
import type { SignIn } from '../comments/sign-in.ts';
import type { Arrivals } from './arrival.ts';
import { type CredentialsFields, credentialsOf, showCredentials } from './credentials.ts';
import type { ShowPage } from './pages.ts';

export interface EnrolmentPageParts {
  readonly signIn: SignIn;
  readonly arrivals: Arrivals;
  readonly show: ShowPage;
}

const titles = { setup: 'setup.title', invitation: 'invitation.heading' } as const;
type Place = keyof typeof titles;

/** The one-time pages that make a moderator: the first one by the setup link, others by an invitation. */
export function enrolmentRoutes({ signIn, arrivals, show }: EnrolmentPageParts) {
  const setup: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    if (!(await signIn.setupIsOpen(token))) throw new CommentsError('not-found', 'setup.gone');
    showForm(req, res, 'setup', 200, { ...empty, token });
  };

  const setUp: RequestHandler = async (req, res) => {
    const { token, email, name, password } = credentialsOf(req);
    if (!(await signIn.setupIsOpen(token))) throw new CommentsError('not-found', 'setup.gone');
    const outcome = await signIn.setUp(token, { email, password, name: name.trim() === '' ? undefined : name });
    await finish(req, res, 'setup', outcome, { token, email, name });
  };

  const invitation: RequestHandler = async (req, res) => {
    const token = tokenOf(req);
    showForm(req, res, 'invitation', 200, { ...empty, token, email: await invitedBy(token) });
  };

  const accept: RequestHandler = async (req, res) => {
    const { token, name, password } = credentialsOf(req);
    const email = await invitedBy(token);
    const outcome = await signIn.accept(token, { password, name: name.trim() === '' ? undefined : name });
    await finish(req, res, 'invitation', outcome, { token, email, name });
  };

  async function invitedBy(token: string): Promise<string> {
    const invitation = await signIn.invitationOf(token);
    if (!invitation) throw new CommentsError('not-found', 'invitation.gone');
    return invitation.email;
  }

  async function finish(
    req: Request,
    res: Response,
    place: Place,
    outcome: Enrolled,
    typed: Pick<CredentialsFields, 'token' | 'email' | 'name'>,
  ): Promise<void> {
    if (outcome.outcome === 'refused') {
      const { field, message } = outcome;
      return showForm(req, res, place, 422, { ...typed, problems: [{ field, message }] });
    }
    if (!(await arrivals.admit(req, res, outcome.moderator))) res.redirect(303, `${req.baseUrl}/sign-in`);
  }

  function showForm(
    req: Request,
    res: Response,
    place: Place,
    status: number,
    fields: Omit<CredentialsFields, 'action'>,
  ): void {
    const view = { view: `session/${place}`, title: titles[place], status };
    showCredentials(show, req, res, view, { ...fields, action: `${req.baseUrl}/${place}` });
  }

  return { setup, setUp, invitation, accept };
}

const empty = { email: '', name: '', problems: [] } as const;

const tokenOf = (req: Request): string => (typeof req.query.token === 'string' ? req.query.token : '');
