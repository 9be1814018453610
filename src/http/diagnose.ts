import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * Tells the owner once what a wrong set-up would otherwise show only as "nobody can post": cookies for TLS are not sent
 * when requests seem to come in plain text.
 */
export function diagnose(log: Logger, secure: boolean): RequestHandler {
  let told = !secure;
  return (req, _res, next) => {
    if (!told && !req.secure) {
      told = true;
      log.warn(
        'BASE_URL starts with https, but this request came in as plain http, so no cookie can be set and nobody can post. ' +
          'If a proxy ends TLS in front of this server, name its address in TRUST_PROXY and let it send X-Forwarded-Proto.',
      );
    }
    next();
  };
}
