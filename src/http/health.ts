import type { RequestHandler } from 'express';

/** For whoever watches the server; neither page says more than a word. */
export function healthRoutes(check: () => Promise<void>) {
  /** The process answers. */
  const alive: RequestHandler = (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('ok\n');
  };

  /** The database answers too, and is migrated. */
  const ready: RequestHandler = async (req, res) => {
    res.set('Cache-Control', 'no-store').type('text');
    try {
      await check();
      res.send('ready\n');
    } catch (error) {
      req.log.error({ err: error }, 'not ready');
      res.status(503).set('Retry-After', '5').send('not ready\n');
    }
  };

  return { alive, ready };
}
