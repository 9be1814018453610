import express, { type Express } from 'express';
import type { Store as SessionStore } from 'express-session';
import type { Logger } from 'pino';
import type { GuardReport } from '../comments/guard-report.ts';
import { type ArticlePageParts, createArticlePage } from './article-page.ts';
import { articleRoutes } from './articles.ts';
import { type ClosingPageParts, closingRoutes } from './closing.ts';
import { type CommentParts, commentRoutes } from './comments.ts';
import { refuseForeign, requireToken } from './csrf.ts';
import { logPage } from './decision-log.ts';
import { diagnose } from './diagnose.ts';
import { errorPage, unknownPage } from './errors.ts';
import { guardPage } from './guard.ts';
import { healthRoutes } from './health.ts';
import { type ListPageParts, listRoutes } from './lists.ts';
import { requestLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import { type ModerationParts, moderationRoutes } from './moderation.ts';
import { assetsFolder, createPages, useTemplates } from './pages.ts';
import { readForms, refuseMalformed } from './reading.ts';
import { neverStored, securityHeaders } from './security.ts';
import { sessions } from './session.ts';
import { type SignInPageParts, signInRoutes } from './sign-in.ts';
import { sumRoute } from './sum.ts';

type Made = 'show' | 'showArticle';

export type AppParts = Omit<
  ArticlePageParts & CommentParts & ModerationParts & ListPageParts & ClosingPageParts & SignInPageParts,
  Made
> & {
  readonly sessionStore: SessionStore;
  readonly secret: string;
  readonly baseUrl: string | null;
  readonly siteName: string;
  readonly report: () => Promise<GuardReport>;
  /** Null where no token was set to read them by. */
  readonly metrics: Metrics | null;
  readonly check: () => Promise<void>;
  readonly log: Logger;
};

/** Everything the web can reach, in reading order. */
export function createApp(parts: AppParts): Express {
  const { keyed, secret, secure, baseUrl } = parts;
  const show = createPages({ siteName: parts.siteName, language: 'en', keyed });
  const showArticle = createArticlePage({ ...parts, show });
  const health = healthRoutes(parts.check);
  const articles = articleRoutes({ ...parts, show, showArticle });
  const comments = commentRoutes({ ...parts, show, showArticle });
  const moderation = moderationRoutes({ ...parts, show });
  const guard = guardPage({ ...parts, show });
  const log = logPage({ ...parts, show });
  const lists = listRoutes({ ...parts, show });
  const closing = closingRoutes({ ...parts, show });
  const session = signInRoutes({ ...parts, show });

  const app = express();
  app.disable('x-powered-by');
  useTemplates(app);

  app.use(requestLog(parts.log));
  app.use(securityHeaders({ secure }));
  app.use(refuseMalformed);
  app.get('/healthz', health.alive);
  app.get('/readyz', health.ready);
  if (parts.metrics) app.get('/metrics', parts.metrics.route);
  app.use('/assets', express.static(assetsFolder, { maxAge: '1h', index: false, redirect: false }));

  app.use(diagnose(parts.log, secure));
  app.use(readForms());
  app.use(refuseForeign(baseUrl));
  app.use(sessions({ store: parts.sessionStore, secret, secure }));
  app.use(moderation.recognise);

  app.get('/', articles.list);
  app.get('/articles/:slug', articles.read);
  app.post('/articles/:slug/comments', neverStored, comments.post);
  app.post('/articles/:slug/sum', neverStored, sumRoute({ ...parts, show, showArticle }));

  app.use(neverStored, requireToken(baseUrl, keyed));
  app.get('/sign-in', session.form);
  app.post('/sign-in', session.submit);
  app.post('/sign-out', session.signOut);
  app.get('/setup', session.setup);
  app.post('/setup', session.setUp);

  app.get('/moderation', moderation.requireModerator, moderation.queue);
  app.post('/moderation', moderation.requireModerator, moderation.decide);
  app.post('/moderation/undo', moderation.requireModerator, moderation.undo);
  app.get('/moderation/log', moderation.requireModerator, log);
  app.get('/moderation/guard', moderation.requireModerator, guard);
  app.get('/moderation/lists', moderation.requireModerator, lists.page);
  app.post('/moderation/lists', moderation.requireModerator, lists.submit);
  app.post('/moderation/lists/remove', moderation.requireModerator, lists.remove);
  app.post('/moderation/lists/restore', moderation.requireModerator, lists.restore);
  app.get('/moderation/closing', moderation.requireModerator, closing.page);
  app.post('/moderation/closing', moderation.requireModerator, closing.thread);
  app.post('/moderation/closing/age', moderation.requireModerator, closing.closeAfter);
  app.post('/moderation/closing/freeze', moderation.requireModerator, closing.freeze);

  app.use(unknownPage);
  app.use(comments.broken);
  app.use(errorPage(show, parts.isUnavailable));
  return app;
}
