import type { Request, RequestHandler, Response } from 'express';
import type { Account, AccountField, Refused } from '../comments/account.ts';
import { CommentsError } from '../comments/error.ts';
import type { Following } from '../comments/following.ts';
import { type Cadence, cadences } from '../comments/notification.ts';
import type { Self } from '../comments/own-proof.ts';
import { visitIdOf } from './access.ts';
import type { Keyed } from './address.ts';
import type { Problem } from './form-view.ts';
import type { ShowPage } from './pages.ts';
import { momentView } from './time-view.ts';
import type { TimeView } from './view.ts';

/** views/account/show.ejs */
export interface AccountView {
  readonly email: string;
  readonly role: string;
  /** As typed, where that is to be mended. */
  readonly name: string;
  /** Starts the addresses of its forms. */
  readonly action: string;
  readonly visits: readonly {
    readonly id: string;
    readonly device: string;
    readonly since: TimeView;
    readonly seen: TimeView;
    readonly here: boolean;
  }[];
  /** How often mail tells of replies that wait; null where no mail is sent. */
  readonly mail: { readonly chosen: Cadence; readonly choices: readonly (readonly [Cadence, string])[] } | null;
  readonly secondFactor: { readonly recoveryCodes: number } | null;
  readonly notice: string | null;
  readonly problems: readonly Problem<AccountField>[];
}

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
  const page: RequestHandler = (req, res) => showAccount(req, res, { notice: noticeOf(req.query.done) });

  const rename: RequestHandler = async (req, res) => {
    const name = textOf(req.body?.name).slice(0, 1_000);
    const refused = await account.rename(selfOf(req, res, keyed), name);
    await answer(req, res, 'name', refused, { name });
  };

  const tell: RequestHandler = async (req, res) => {
    const mail = cadences.find((cadence) => cadence === req.body?.mail);
    if (!mail) throw new CommentsError('invalid', 'Choose how often you want mail.');
    await account.tell(selfOf(req, res, keyed), mail);
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
    if (refused) return showAccount(req, res, { ...typed, problems: [refused] });
    res.redirect(303, `${req.baseUrl}/account?done=${done}`);
  }

  async function showAccount(req: Request, res: Response, more: Partial<AccountView>): Promise<void> {
    const self = selfOf(req, res, keyed);
    const { moderator, visits, recoveryCodes } = await account.overview(self);
    const fields: AccountView = {
      email: moderator.email,
      role: moderator.role,
      name: moderator.name,
      action: `${req.baseUrl}/account`,
      visits: visits.map(({ id, device, createdAt, seenAt }) => ({
        id,
        device,
        since: momentView(createdAt, now()),
        seen: momentView(seenAt, now()),
        here: id === self.visitId,
      })),
      mail: following.offered ? { chosen: moderator.mail, choices } : null,
      secondFactor: moderator.secondFactor && { recoveryCodes },
      notice: null,
      problems: [],
      ...more,
    };
    const wrong = fields.problems.length > 0;
    const title = `${wrong ? 'Error: ' : ''}Your account`;
    show(req, res, { view: 'account/show', title, status: wrong ? 422 : 200 }, fields);
  }

  return { page, rename, tell, changePassword, end };
}

const choices = [
  ['never', 'Never'],
  ['each', 'At once, each by itself'],
  ['hourly', 'Every hour, together'],
  ['daily', 'Every day, together'],
] as const;

const textOf = (field: unknown): string => (typeof field === 'string' ? field : '');

const notices: Readonly<Record<string, string>> = {
  name: 'Your name is changed.',
  mail: 'We will write so often from now on.',
  password: 'Your password is changed, and you are signed out everywhere else.',
  end: 'That session is ended.',
  others: 'You are signed out everywhere else.',
  'second-factor-off': 'The second factor is off, and you are signed out everywhere else.',
};

const noticeOf = (done: unknown): string | null =>
  Object.entries(notices).find(([known]) => known === done)?.[1] ?? null;
