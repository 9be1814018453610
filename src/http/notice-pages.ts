import { Router } from 'express';
import { may } from './access.ts';
import { type ErasuresPageParts, erasuresRoutes } from './erasures.ts';
import { type FollowPageParts, followRoute } from './following.ts';
import { type MailLinkParts, mailLinkRoutes } from './mail-links.ts';
import { type OutboxPageParts, outboxRoutes } from './outbox.ts';
import { neverStored } from './security.ts';

export type NoticePagesParts = MailLinkParts & OutboxPageParts & FollowPageParts & ErasuresPageParts;

/**
 * The pages that notifications need, and requests of authors, which are news to owners. Those that mails link to go by
 * their tokens, and by no session.
 */
export function noticePages(parts: NoticePagesParts) {
  const links = mailLinkRoutes(parts);
  const byMail = Router();
  byMail.post('/articles/:slug/follow', may('anyone'), neverStored, followRoute(parts));
  byMail.get('/mail/confirm', may('anyone'), neverStored, links.confirmPage);
  byMail.post('/mail/confirm', may('anyone'), neverStored, links.confirm);
  byMail.get('/mail/stop', may('anyone'), neverStored, links.stopPage);
  byMail.post('/mail/stop', may('anyone'), neverStored, links.stop);
  byMail.get('/mail/decide', may('anyone'), neverStored, links.decidePage);
  byMail.post('/mail/decide', may('anyone'), neverStored, links.decide);

  const outbox = outboxRoutes(parts);
  const forModerators = Router();
  forModerators.get('/moderation/outbox', may('moderator'), outbox.page);
  forModerators.post('/moderation/outbox', may('moderator'), outbox.act);
  const erasures = erasuresRoutes(parts);
  forModerators.get('/moderation/erasures', may('owner'), erasures.page);
  forModerators.post('/moderation/erasures', may('owner'), erasures.settle);
  return { byMail, forModerators };
}
