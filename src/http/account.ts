import type { Request, RequestHandler, Response } from 'express';
import type { Account, Refused } from '../comments/account.ts';
import { CommentsError } from '../comments/error.ts';
import type { Following } from '../comments/following.ts';
import { cadences } from '../comments/notification.ts';
import type { Self } from '../comments/own-proof.ts';
import { visitIdOf } from './access.ts';
import { type AccountView, accountView } from './account-view.ts';
import type { Keyed } from './address.ts';
import { doneNotice } from './done-notice.ts';
import { sayProblems } from './form-view.ts';
import { languageOf, translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';

export interface AccountPageParts {
  readonly account: Account;
  readonly following: Pick<Following, 'offered'>;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly now: () => number;
}

/** Who acts, for the core. */
export const selfOf = (req: Request, res: Response, keyed: Keyed): Self => ({
  moderatorId: res.locals.moderator.id,
  visitId: visitIdOf(req, keyed),
});

/** The own account: name, password, where one is signed in. */
export function accountRoutes({ account, following, show, keyed, now }: AccountPageParts) {
  const page: RequestHandler = (req, res) =>
    showAccount(req, res, { notice: doneNotice(req, notices, translatorOf(res)) });

  const rename: RequestHandler = async (req, res) => {
    const name = textOf(req.body?.name).slice(0, 1_000);
    const refused = await account.rename(selfOf(req, res, keyed), name);
    await answer(req, res, 'name', refused, { name });
  };

  const tell: RequestHandler = async (req, res) => {
    const mail = cadences.find((cadence) => cadence === req.body?.mail);
    if (!mail) throw new CommentsError('invalid', 'account.mailChoose');
    await account.tell(selfOf(req, res, keyed), mail, languageOf(res));
    await answer(req, res, 'mail', null, {});
  };

  const changePassword: RequestHandler = async (req, res) => {
    const [current, password] = [textOf(req.body?.current), textOf(req.body?.password)];
    const refused = await account.changePassword(selfOf(req, res, keyed), current, password);
    await answer(req, res, 'password', refused, {});
  };

  const end: RequestHandler = async (req, res) => {
    const others = req.body?.visit === 'others';
    await account.endVisit(selfOf(req, res, keyed), others ? null : textOf(req.body?.visit));
    await answer(req, res, others ? 'others' : 'end', null, {});
  };

  async function answer(
    req: Request,
    res: Response,
    done: string,
    refused: Refused,
    typed: Partial<AccountView>,
  ): Promise<void> {
    if (refused) return showAccount(req, res, { ...typed, problems: sayProblems([refused], translatorOf(res).t) });
    res.redirect(303, `${req.baseUrl}/account?done=${done}`);
  }

  async function showAccount(req: Request, res: Response, more: Partial<AccountView>): Promise<void> {
    const translator = translatorOf(res);
    const self = selfOf(req, res, keyed);
    const view = accountView(await account.overview(self), {
      self,
      action: `${req.baseUrl}/account`,
      offersMail: following.offered,
      now: now(),
      translator,
    });
    const fields: AccountView = { ...view, ...more };
    const wrong = fields.problems.length > 0;
    const shown = { view: 'account/show', title: translator.t('account.heading'), wrong };
    show(req, res, { ...shown, status: wrong ? 422 : 200 }, fields);
  }

  return { page, rename, tell, changePassword, end };
}

const textOf = (field: unknown): string => (typeof field === 'string' ? field : '');

const notices = {
  name: 'account.nameChanged',
  mail: 'account.mailChanged',
  password: 'account.passwordChanged',
  end: 'account.sessionEnded',
  others: 'account.othersEnded',
  'second-factor-off': 'account.factorTurnedOff',
} as const;
