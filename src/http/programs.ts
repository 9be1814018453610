import { Router } from 'express';
import { may } from './access.ts';
import { avatarRoute } from './avatars.ts';
import { type ConversationJsonParts, conversationJson } from './comments-json.ts';
import { type FeedParts, feedRoutes } from './feeds.ts';
import { healthRoutes } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface ProgramParts extends FeedParts, ConversationJsonParts {
  readonly check: () => Promise<void>;
  /** Null where no token was set to read them by. */
  readonly metrics: Metrics | null;
}

/** What programs read and people do not. It stands before sessions, so that none of it ever sets a cookie. */
export function programRoutes(parts: ProgramParts): Router {
  const health = healthRoutes(parts.check);
  const feeds = feedRoutes(parts);

  const router = Router();
  router.get('/healthz', may('anyone'), health.alive);
  router.get('/readyz', may('anyone'), health.ready);
  if (parts.metrics) router.get('/metrics', may('anyone'), parts.metrics.route);
  router.get('/feed.atom', may('anyone'), feeds.site);
  router.get('/articles/:slug/feed.atom', may('anyone'), feeds.article);
  router.get('/articles/:slug/comments/:id/feed.atom', may('anyone'), feeds.replies);
  router.get('/articles/:slug/comments.json', may('anyone'), conversationJson(parts));
  router.get('/avatars/:key.svg', may('anyone'), avatarRoute);
  return router;
}
