import type { RequestHandler } from 'express';
import { translatorOf } from './language.ts';
import { originOf, type ReceiptPageParts, tokenOf } from './receipt.ts';
import { type OwnCommentView, ownCommentView, urlOf } from './receipt-view.ts';

/** views/receipt/delete.ejs: what would go, and the question whether that is meant. */
export interface OwnDeleteView {
  readonly action: string;
  readonly token: string;
  readonly comment: OwnCommentView;
  /** Whether its place is to stay, and its words to go for good. */
  readonly answered: boolean;
  readonly backUrl: string;
}

/** views/receipt/gone.ejs: the link leads nowhere any more, so this is said at once. */
export interface OwnGoneView {
  readonly article: { readonly title: string; readonly url: string };
}

/** Deleting a comment of one's own asks first, on a page of its own. */
export function receiptDeleteRoutes({ receipts, show, keyed, now }: ReceiptPageParts) {
  const ask: RequestHandler = async (req, res) => {
    const token = tokenOf(req.query);
    const own = await receipts.look(token);
    const backUrl = urlOf(req.baseUrl, token);
    if (!own.removable) return res.redirect(303, backUrl);
    const fields: OwnDeleteView = {
      action: `${req.baseUrl}/receipt/delete`,
      token,
      comment: ownCommentView(own, now(), translatorOf(res)),
      answered: own.comment.status === 'approved' && own.answers > 0,
      backUrl,
    };
    show(req, res, { view: 'receipt/delete', title: translatorOf(res).t('receipt.deleteTitle') }, fields);
  };

  const remove: RequestHandler = async (req, res) => {
    const token = tokenOf(req.body);
    const { thread } = await receipts.look(token);
    const done = await receipts.remove(token, req.body?.answered === '1', originOf(req, keyed));
    if (done === 'answered') return res.redirect(303, urlOf(req.baseUrl, token, '/delete'));
    if (done !== 'erased') return res.redirect(303, `${urlOf(req.baseUrl, token)}&done=${done}`);
    const fields: OwnGoneView = { article: { title: thread.title, url: `${req.baseUrl}${thread.url}` } };
    show(req, res, { view: 'receipt/gone', title: translatorOf(res).t('receipt.erasedTitle') }, fields);
  };

  return { ask, remove };
}
