import { Router } from 'express';
import { may } from './access.ts';
import { keptPrivate, type ReceiptPageParts, receiptRoutes } from './receipt.ts';
import { receiptDeleteRoutes } from './receipt-delete.ts';
import { receiptEditRoutes } from './receipt-edit.ts';
import { receiptExport } from './receipt-export.ts';

export type ReceiptPagesParts = ReceiptPageParts;

/**
 * What a private link opens. It needs neither session nor cookie, and every form carries the token that nobody else has,
 * so it stands before the check of where a form came from: told no referrer, older browsers would not say.
 */
export function receiptPages(parts: ReceiptPagesParts): Router {
  const receipt = receiptRoutes(parts);
  const pages = Router();
  pages.get('/receipt', may('anyone'), keptPrivate, receipt.page);
  const edit = receiptEditRoutes(parts);
  pages.get('/receipt/edit', may('anyone'), keptPrivate, edit.form);
  pages.post('/receipt/edit', may('anyone'), keptPrivate, edit.save);
  const removal = receiptDeleteRoutes(parts);
  pages.get('/receipt/delete', may('anyone'), keptPrivate, removal.ask);
  pages.post('/receipt/delete', may('anyone'), keptPrivate, removal.remove);
  pages.post('/receipt/export', may('anyone'), keptPrivate, receiptExport(parts));
  pages.post('/receipt/erasure', may('anyone'), keptPrivate, receipt.askErasure);
  pages.post('/receipt/send', may('anyone'), keptPrivate, receipt.sendLink);
  return pages;
}
