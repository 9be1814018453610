import type { Request, RequestHandler, Response } from 'express';
import type { Origin } from '../comments/own-edit.ts';
import type { Receipts } from '../comments/receipts.ts';
import { type Keyed, networkOf, partyOf } from './address.ts';
import { doneNotice } from './done-notice.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import { receiptView, urlOf } from './receipt-view.ts';

export interface ReceiptPageParts {
  readonly receipts: Receipts;
  readonly show: ShowPage;
  readonly keyed: Keyed;
  readonly isUnavailable: (error: unknown) => boolean;
  readonly now: () => number;
}

/** A comment of one's own by its private link: reading shows it, forms act. The link is all that is asked for. */
export function receiptRoutes({ receipts, show, keyed, now }: ReceiptPageParts) {
  const page: RequestHandler = async (req, res) => {
    const token = tokenOf(req.query);
    const own = await receipts.look(token);
    const translator = translatorOf(res);
    const notice = doneNotice(req, notices, translator);
    const fields = receiptView({
      own,
      token,
      base: req.baseUrl,
      notice,
      now: now(),
      translator,
      offersMail: receipts.offersMail,
    });
    show(req, res, { view: 'receipt/show', title: translator.t('receipt.title') }, fields);
  };

  /** Nothing is erased by it: an owner decides. */
  const askErasure: RequestHandler = async (req, res) => {
    const token = tokenOf(req.body);
    await receipts.askErasure(token, req.body?.scope === 'address', originOf(req, keyed));
    res.redirect(303, `${urlOf(req.baseUrl, token)}&done=asked`);
  };

  /** The answer is the same whatever became of it: nobody learns who wants no mail, or was written to already. */
  const sendLink: RequestHandler = async (req, res) => {
    const token = tokenOf(req.body);
    await receipts.sendLink(token, originOf(req, keyed));
    res.redirect(303, `${urlOf(req.baseUrl, token)}&done=sent`);
  };

  return { page, askErasure, sendLink };
}

const notices = {
  changed: 'receipt.changed',
  held: 'receipt.changedHeld',
  same: 'receipt.changedSame',
  deleted: 'receipt.didDelete',
  gone: 'receipt.nothing',
  asked: 'receipt.erasureAsked',
  sent: 'receipt.sent',
  late: 'receipt.unchangeable',
} as const;

/** What the link opens is nobody else's: no cache keeps it, no robot lists it, and no other page is told its address. */
export const keptPrivate: RequestHandler = (_req: Request, res: Response, next) => {
  res.set({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
  next();
};

/** From the address where the page is read, and from the form where something is done; '' for anything odd. */
export function tokenOf(given: unknown): string {
  const token = typeof given === 'object' && given !== null && 'token' in given ? given.token : null;
  return typeof token === 'string' ? token.slice(0, 200) : '';
}

/** From where it is done: no session is asked for. */
export const originOf = (req: Request, keyed: Keyed): Origin => ({
  address: keyed('address', partyOf(req.ip)),
  network: keyed('network', networkOf(req.ip)),
});
