import type { Request, RequestHandler, Response } from 'express';
import type { Account, Refused } from '../comments/account.ts';
import { authenticatorAddress } from '../comments/one-time-code.ts';
import { selfOf } from './account.ts';
import type { Keyed } from './address.ts';
import { type SaidProblem, sayProblems } from './form-view.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { type QrView, qrView } from './qr.ts';

/** views/account/second-factor.ejs, to turn it on, and second-factor-off.ejs. */
export interface SecondFactorView {
  readonly action: string;
  readonly back: string;
  /** What is to be put into an authenticator; null where it is turned off. */
  readonly offer: {
    /** In groups of four, for those who type it. */
    readonly secret: string;
    readonly address: string;
    readonly qr: QrView;
  } | null;
  readonly problems: readonly SaidProblem<'current' | 'code'>[];
}

/** views/account/recovery-codes.ejs */
export interface RecoveryCodesView {
  readonly codes: readonly string[];
  readonly back: string;
}

export interface SecondFactorPageParts {
  readonly account: Account;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly siteName: string;
}

/** Turning the own second factor on and off. */
export function secondFactorRoutes({ account, show, keyed, siteName }: SecondFactorPageParts) {
  const { secondFactor } = account;

  /** The secret lives in the session until it is confirmed: it never comes back from the form. */
  const offer: RequestHandler = (req, res) => {
    req.session.offeredSecret = secondFactor.offer();
    res.redirect(303, `${req.baseUrl}/account/second-factor`);
  };

  const page: RequestHandler = (req, res) => showOffer(req, res, null);

  const confirm: RequestHandler = async (req, res) => {
    const secret = req.session.offeredSecret;
    if (secret === undefined) return res.redirect(303, `${req.baseUrl}/account`);
    const [current, code] = [textOf(req.body?.current), textOf(req.body?.code)];
    const outcome = await secondFactor.confirm(selfOf(req, res, keyed), secret, { current, code });
    if (outcome.outcome === 'refused') return showOffer(req, res, outcome.problem);
    delete req.session.offeredSecret;
    const fields: RecoveryCodesView = { codes: outcome.recoveryCodes, back: `${req.baseUrl}/account` };
    const title = translatorOf(res).t('secondFactor.codes');
    show(req, res, { view: 'account/recovery-codes', title }, fields);
  };

  const offPage: RequestHandler = (req, res) => showPage(req, res, null, null);

  const turnOff: RequestHandler = async (req, res) => {
    const refused = await secondFactor.turnOff(selfOf(req, res, keyed), textOf(req.body?.current));
    if (refused) return showPage(req, res, null, refused);
    res.redirect(303, `${req.baseUrl}/account?done=second-factor-off`);
  };

  /** Where nothing was offered, the account leads to an offer. */
  function showOffer(req: Request, res: Response, refused: Refused): void {
    const secret = req.session.offeredSecret;
    if (secret === undefined) res.redirect(303, `${req.baseUrl}/account`);
    else showPage(req, res, offerView(secret, res.locals.moderator.email), refused);
  }

  function showPage(req: Request, res: Response, offer: SecondFactorView['offer'], refused: Refused): void {
    const { t } = translatorOf(res);
    const place = offer ? 'second-factor' : 'second-factor-off';
    const fields: SecondFactorView = {
      action: `${req.baseUrl}/account/second-factor${offer ? '' : '/off'}`,
      back: `${req.baseUrl}/account`,
      offer,
      problems: refused ? sayProblems([{ ...refused, field: refused.field === 'code' ? 'code' : 'current' }], t) : [],
    };
    const shown = { view: `account/${place}`, title: t('secondFactor.heading'), wrong: refused !== null };
    show(req, res, { ...shown, status: refused ? 422 : 200 }, fields);
  }

  function offerView(secret: string, email: string): SecondFactorView['offer'] {
    const address = authenticatorAddress(secret, email, siteName);
    return { secret: secret.replace(/(.{4})(?=.)/g, '$1 '), address, qr: qrView(address) };
  }

  return { offer, page, confirm, offPage, turnOff };
}

const textOf = (field: unknown): string => (typeof field === 'string' ? field : '');
