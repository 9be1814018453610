import express, { type Express } from 'express';
import type { Store as SessionStore } from 'express-session';
import type { Logger } from 'pino';
import { may, recognise } from './access.ts';
import { type ArticlePageParts, createArticlePage } from './article-page.ts';
import { articleRoutes } from './articles.ts';
import { type CommentParts, commentRoutes } from './comments.ts';
import { refuseForeign, requireToken } from './csrf.ts';
import { diagnose } from './diagnose.ts';
import { errorPage, unknownPage } from './errors.ts';
import { type EventsParts, eventsRoute } from './events.ts';
import { afterwards } from './filter.ts';
import { chooseLanguage, speak } from './language.ts';
import { likeRoutes } from './liking.ts';
import { requestLog } from './log.ts';
import { type ModerationPagesParts, moderationPages } from './moderation-pages.ts';
import { type NoticePagesParts, noticePages } from './notice-pages.ts';
import { assetsFolder, createPages, useTemplates } from './pages.ts';
import { type PeoplePagesParts, peoplePages } from './people-pages.ts';
import { type ProgramParts, programRoutes } from './programs.ts';
import { readForms, refuseMalformed } from './reading.ts';
import { type ReceiptPagesParts, receiptPages } from './receipt-pages.ts';
import { neverStored, securityHeaders } from './security.ts';
import { sessions } from './session.ts';
import { sumRoute } from './sum.ts';

type Made = 'show' | 'showArticle';

type PageParts = ArticlePageParts &
  CommentParts &
  EventsParts &
  ModerationPagesParts &
  NoticePagesParts &
  PeoplePagesParts &
  ProgramParts &
  ReceiptPagesParts;

export type AppParts = Omit<PageParts, Made> & {
  readonly sessionStore: SessionStore;
  readonly secret: string;
  readonly baseUrl: string | null;
  readonly siteName: string;
  /** BCP 47 tag, for readers who state no language. */
  readonly language: string;
  /** Lets the filter learn what was decided since the last time; never throws. */
  readonly learn: () => void;
  readonly log: Logger;
};

/** Everything the web can reach, in reading order. */
export function createApp(parts: AppParts): Express {
  const { keyed, secret, secure, baseUrl } = parts;
  const show = createPages({ siteName: parts.siteName, keyed });
  const showArticle = createArticlePage({ ...parts, show });
  const articles = articleRoutes({ ...parts, show, showArticle });
  const comments = commentRoutes({ ...parts, show, showArticle });
  const pages = moderationPages({ ...parts, show });
  const { queue, deciding, desk, erasing, log, lists, closing, filter, guard, statistics } = pages;
  const { session, enrolment, account, secondFactor, people } = peoplePages({ ...parts, show });
  const { byMail, forModerators } = noticePages({ ...parts, show });

  const app = express();
  app.disable('x-powered-by');
  useTemplates(app);

  app.use(requestLog(parts.log));
  app.use(speak(parts.language));
  app.use(securityHeaders({ secure }));
  app.use(refuseMalformed);
  app.use(programRoutes(parts));
  app.use('/assets', express.static(assetsFolder, { maxAge: '1h', index: false, redirect: false }));

  app.use(diagnose(parts.log, secure));
  app.use(readForms());
  app.use(receiptPages({ ...parts, show }));
  app.use(refuseForeign(baseUrl));
  app.use(sessions({ store: parts.sessionStore, secret, secure }));
  app.use(recognise(parts));

  app.get('/', may('anyone'), articles.list);
  app.get('/articles/:slug', may('anyone'), articles.read);
  app.get('/articles/:slug/comments/:id', may('anyone'), neverStored, comments.permalink);
  app.post('/articles/:slug/comments', may('anyone'), neverStored, comments.post);
  app.use(likeRoutes({ ...parts, show }));
  app.post('/articles/:slug/preview', may('anyone'), neverStored, comments.preview);
  app.post('/articles/:slug/sum', may('anyone'), neverStored, sumRoute({ ...parts, show, showArticle }));

  app.post('/language', may('anyone'), neverStored, chooseLanguage);
  app.use(byMail);

  app.use(neverStored, requireToken(baseUrl, keyed));
  app.get('/sign-in', may('anyone'), session.form);
  app.post('/sign-in', may('anyone'), session.submit);
  app.get('/sign-in/code', may('anyone'), session.codeForm);
  app.post('/sign-in/code', may('anyone'), session.submitCode);
  app.post('/sign-out', may('anyone'), session.signOut);
  app.get('/setup', may('anyone'), enrolment.setup);
  app.post('/setup', may('anyone'), enrolment.setUp);
  app.get('/invitation', may('anyone'), enrolment.invitation);
  app.post('/invitation', may('anyone'), enrolment.accept);

  app.get('/account', may('moderator'), account.page);
  app.post('/account/name', may('moderator'), account.rename);
  app.post('/account/mail', may('moderator'), account.tell);
  app.post('/account/password', may('moderator'), account.changePassword);
  app.post('/account/sessions', may('moderator'), account.end);
  app.get('/account/second-factor', may('moderator'), secondFactor.page);
  app.post('/account/second-factor', may('moderator'), secondFactor.confirm);
  app.post('/account/second-factor/offer', may('moderator'), secondFactor.offer);
  app.get('/account/second-factor/off', may('moderator'), secondFactor.offPage);
  app.post('/account/second-factor/off', may('moderator'), secondFactor.turnOff);

  app.use('/moderation', afterwards(parts.learn));
  app.get('/moderation', may('moderator'), queue);
  app.post('/moderation', may('moderator'), deciding.decide);
  app.post('/moderation/undo', may('moderator'), deciding.undo);
  app.get('/moderation/events', may('moderator'), eventsRoute(parts));
  app.get('/moderation/comments/:id', may('moderator'), desk.page);
  app.post('/moderation/comments/:id/reply', may('moderator'), desk.reply);
  app.post('/moderation/comments/:id/edit', may('moderator'), desk.edit);
  app.post('/moderation/comments/:id/explain', may('moderator'), desk.explain);
  app.get('/moderation/erase', may('owner'), erasing.ask);
  app.post('/moderation/erase', may('owner'), erasing.erase);
  app.get('/moderation/log', may('moderator'), log);
  app.get('/moderation/filter', may('moderator'), filter.page);
  app.post('/moderation/filter/reset', may('owner'), filter.reset);
  app.get('/moderation/guard', may('moderator'), guard);
  app.get('/moderation/lists', may('moderator'), lists.page);
  app.post('/moderation/lists', may('moderator'), lists.submit);
  app.post('/moderation/lists/remove', may('moderator'), lists.remove);
  app.post('/moderation/lists/restore', may('moderator'), lists.restore);
  app.get('/moderation/closing', may('moderator'), closing.page);
  app.post('/moderation/closing', may('moderator'), closing.thread);
  app.post('/moderation/closing/age', may('owner'), closing.closeAfter);
  app.post('/moderation/closing/freeze', may('owner'), closing.freeze);
  app.get('/moderation/statistics', may('moderator'), statistics);

  app.use(forModerators);

  app.get('/moderation/people', may('owner'), people.list);
  app.post('/moderation/people', may('owner'), people.change);
  app.post('/moderation/people/invitations', may('owner'), people.invite);
  app.post('/moderation/people/invitations/withdraw', may('owner'), people.withdraw);

  app.use(unknownPage);
  app.use(comments.broken);
  app.use(errorPage(show, parts.isUnavailable));
  return app;
}
