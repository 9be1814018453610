import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import { type Role, roles } from '../comments/moderator.ts';
import { type People, type PersonAct, personActs } from '../comments/people.ts';
import type { MessageKey } from '../messages/message.ts';
import { doneNotice } from './done-notice.ts';
import { type Problem, sayProblems } from './form-view.ts';
import { isId } from './id.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { invitationView, type PeopleView, personView } from './people-view.ts';

export interface PeoplePageParts {
  readonly people: People;
  readonly show: ShowPage;
  readonly baseUrl: string | null;
  readonly now: () => number;
}

/** Owners see who moderates, invite, disable and give roles. */
export function peopleRoutes({ people, show, baseUrl, now }: PeoplePageParts) {
  const list: RequestHandler = (req, res) =>
    showPeople(req, res, 200, { notice: doneNotice(req, notices, translatorOf(res)) });

  const change: RequestHandler = async (req, res) => {
    const { id } = req.body ?? {};
    const act = personActs.find((known) => known === req.body?.act);
    if (!isId(id) || !act) throw new CommentsError('invalid', 'people.choose');
    const refusal = await people.change(id, act);
    if (refusal !== null) return showPeople(req, res, 422, {}, { field: null, message: refusal });
    res.redirect(303, `${req.baseUrl}/moderation/people?done=${act}`);
  };

  const invite: RequestHandler = async (req, res) => {
    const email = typeof req.body?.email === 'string' ? req.body.email.slice(0, 254) : '';
    const role = roles.find((known) => known === req.body?.role) ?? 'moderator';
    const outcome = await people.invite(email, role);
    if (outcome.outcome === 'refused') {
      return showPeople(req, res, 422, { typed: { email, role } }, { field: 'email', message: outcome.message });
    }
    const path = `/invitation?token=${outcome.token}`;
    // Without a public address nothing else is known than what the browser has sent, and that is not repeated.
    const link = { email, url: `${req.baseUrl}${path}`, text: `${baseUrl ?? req.baseUrl}${path}` };
    await showPeople(req, res, 200, { link });
  };

  const withdraw: RequestHandler = async (req, res) => {
    if (!isId(req.body?.id)) throw new CommentsError('invalid', 'people.chooseInvitation');
    await people.withdraw(req.body.id);
    res.redirect(303, `${req.baseUrl}/moderation/people?done=withdraw`);
  };

  async function showPeople(
    req: Request,
    res: Response,
    status: number,
    more: Partial<PeopleView>,
    trouble: Problem<'email'> | null = null,
  ): Promise<void> {
    const translator = translatorOf(res);
    const { moderators, invitations } = await people.everybody();
    const action = `${req.baseUrl}/moderation/people`;
    const fields: PeopleView = {
      action,
      people: moderators.map((moderator) => personView(moderator, res.locals.moderator.id, now(), translator)),
      invitations: invitations.map((invitation) => invitationView(invitation, translator)),
      inviteAction: `${action}/invitations`,
      withdrawAction: `${action}/invitations/withdraw`,
      typed: { email: '', role: 'moderator' satisfies Role },
      roles: roles.toReversed(),
      link: null,
      notice: null,
      problems: trouble ? sayProblems([trouble], translator.t) : [],
      ...more,
    };
    const title = translator.t('people.title');
    show(req, res, { view: 'moderation/people', title, wrong: trouble !== null, status }, fields);
  }

  return { list, change, invite, withdraw };
}

const notices: Readonly<Record<PersonAct | 'withdraw', MessageKey>> = {
  disable: 'people.disabled',
  enable: 'people.enabled',
  'make-owner': 'people.isOwner',
  'make-moderator': 'people.isModerator',
  withdraw: 'people.withdrawn',
};
