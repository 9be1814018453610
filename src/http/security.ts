import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Response headers (ASVS 5.0, chapter 3.4). The pages need nothing but our own style sheet, scripts and images.
 * Referrer-Policy is not `no-referrer`: browsers would then post our own forms with `Origin: null`.
 */
export function securityHeaders({ secure }: { readonly secure: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // This host alone: what else runs below the owner's domain is not ours to decide.
    strictTransportSecurity: secure && { includeSubDomains: false },
  });
}

/** Pages made for one person, and every answer that may set a cookie: no cache keeps them. */
export const neverStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'private, no-store');
  next();
};
