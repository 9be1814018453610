import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import { type Role, roles } from '../comments/moderator.ts';
import { type People, type PersonAct, personActs } from '../comments/people.ts';
import { isId } from './id.ts';
import type { ShowPage } from './pages.ts';
import { invitationView, type PeopleView, personView, roleLabels } from './people-view.ts';

export interface PeoplePageParts {
  readonly people: People;
  readonly show: ShowPage;
  readonly baseUrl: string | null;
  readonly now: () => number;
}

/** Owners see who moderates, invite, disable and give roles. */
export function peopleRoutes({ people, show, baseUrl, now }: PeoplePageParts) {
  const list: RequestHandler = (req, res) => showPeople(req, res, 200, { notice: noticeOf(req.query.done) });

  const change: RequestHandler = async (req, res) => {
    const { id } = req.body ?? {};
    const act = personActs.find((known) => known === req.body?.act);
    if (!isId(id) || !act)
      throw new CommentsError('invalid', 'Choose a moderator and what to do. Load the page again.');
    const refusal = await people.change(id, act);
    if (refusal !== null) return showPeople(req, res, 422, { problems: [{ field: null, message: refusal }] });
    res.redirect(303, `${req.baseUrl}/moderation/people?done=${act}`);
  };

  const invite: RequestHandler = async (req, res) => {
    const email = typeof req.body?.email === 'string' ? req.body.email.slice(0, 254) : '';
    const role = roles.find((known) => known === req.body?.role) ?? 'moderator';
    const outcome = await people.invite(email, role);
    if (outcome.outcome === 'refused') {
      const problems = [{ field: 'email', message: outcome.message }] as const;
      return showPeople(req, res, 422, { typed: { email, role }, problems });
    }
    const path = `/invitation?token=${outcome.token}`;
    // Without a public address nothing else is known than what the browser has sent, and that is not repeated.
    const link = { email, url: `${req.baseUrl}${path}`, text: `${baseUrl ?? req.baseUrl}${path}` };
    await showPeople(req, res, 200, { link });
  };

  const withdraw: RequestHandler = async (req, res) => {
    if (!isId(req.body?.id)) throw new CommentsError('invalid', 'Choose an invitation. Load the page again.');
    await people.withdraw(req.body.id);
    res.redirect(303, `${req.baseUrl}/moderation/people?done=withdraw`);
  };

  async function showPeople(req: Request, res: Response, status: number, more: Partial<PeopleView>): Promise<void> {
    const { moderators, invitations } = await people.everybody();
    const action = `${req.baseUrl}/moderation/people`;
    const fields: PeopleView = {
      action,
      people: moderators.map((moderator) => personView(moderator, res.locals.moderator.id, now())),
      invitations: invitations.map(invitationView),
      inviteAction: `${action}/invitations`,
      withdrawAction: `${action}/invitations/withdraw`,
      typed: { email: '', role: 'moderator' satisfies Role },
      roles: roles.toReversed().map((role) => ({ role, label: roleLabels[role] })),
      link: null,
      notice: null,
      problems: [],
      ...more,
    };
    const error = fields.problems.length > 0 ? 'Error: ' : '';
    show(req, res, { view: 'moderation/people', title: `${error}People · Moderation`, status }, fields);
  }

  return { list, change, invite, withdraw };
}

const notices: Readonly<Record<PersonAct | 'withdraw', string>> = {
  disable: 'Disabled, and signed out everywhere.',
  enable: 'Enabled: they can sign in again.',
  'make-owner': 'They are an owner now.',
  'make-moderator': 'They are a moderator now.',
  withdraw: 'The invitation is withdrawn: its link opens nothing any more.',
};

const noticeOf = (done: unknown): string | null =>
  Object.entries(notices).find(([known]) => known === done)?.[1] ?? null;
