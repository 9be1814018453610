import type { Request, RequestHandler, Response } from 'express';
import { CommentsError } from '../comments/error.ts';
import type { Said } from '../messages/message.ts';
import { statusOf } from './errors.ts';
import { readBody } from './form.ts';
import { translatorOf } from './language.ts';
import { originOf, type ReceiptPageParts, tokenOf } from './receipt.ts';
import { type OwnEditView, urlOf } from './receipt-view.ts';

type Typed = Pick<OwnEditView, 'body' | 'seen'>;
type Shown = Partial<Pick<OwnEditView, 'preview'>> & { readonly problem?: Said; readonly status?: number };

/** Changing a comment of one's own: whatever comes of it, the text comes back or is stored. */
export function receiptEditRoutes({ receipts, show, keyed, isUnavailable }: ReceiptPageParts) {
  const form: RequestHandler = async (req, res) => {
    const token = tokenOf(req.query);
    const { comment, editableUntil } = await receipts.look(token);
    if (editableUntil === null) return res.redirect(303, `${urlOf(req.baseUrl, token)}&done=late`);
    showForm(req, res, token, { body: comment.body, seen: String(comment.editedAt ?? '') });
  };

  const save: RequestHandler = async (req, res) => {
    const token = tokenOf(req.body);
    const { body, problem } = readBody(req.body);
    const typed = { body, seen: typeof req.body?.seen === 'string' ? req.body.seen.slice(0, 15) : '' };
    if (problem !== null) return showForm(req, res, token, typed, { problem, status: 422 });
    const from = originOf(req, keyed);
    try {
      if (req.body?.preview !== undefined)
        return showForm(req, res, token, typed, { preview: { html: await receipts.preview(token, body, from) } });
      const done = await receipts.edit(token, body, momentOf(typed.seen), from);
      res.redirect(303, `${urlOf(req.baseUrl, token)}&done=${done}`);
    } catch (error) {
      if (isUnavailable(error)) return showForm(req, res, token, typed, { problem: 'receipt.away', status: 503 });
      if (!(error instanceof CommentsError) || error.code === 'not-found') throw error;
      if (error.retryAfter) res.set('Retry-After', String(error.retryAfter));
      showForm(req, res, token, typed, { problem: error.said, status: statusOf[error.code] });
    }
  };

  function showForm(req: Request, res: Response, token: string, typed: Typed, shown: Shown = {}): void {
    const { preview = null, problem, status = 200 } = shown;
    const { t } = translatorOf(res);
    const problems = problem === undefined ? [] : [{ field: 'body' as const, message: t(problem) }];
    const where = { action: `${req.baseUrl}/receipt/edit`, backUrl: urlOf(req.baseUrl, token) };
    const fields: OwnEditView = { ...typed, ...where, token, preview, problems };
    const heading = t('receipt.changeTitle');
    const prefixed = preview ? t('page.preview', { title: heading }) : heading;
    const title = problem === undefined ? prefixed : t('page.error', { title: heading });
    show(req, res, { view: 'receipt/edit', title, status }, fields);
  }

  return { form, save };
}

/** The moment of the text that the form was made with; -1, which is no moment, for anything odd. */
const momentOf = (seen: string): number | null => (seen === '' ? null : /^\d{1,15}$/.test(seen) ? Number(seen) : -1);
