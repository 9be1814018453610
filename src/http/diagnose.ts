import type { Request, RequestHandler } from 'express';
import ipaddr from 'ipaddr.js';
import type { Logger } from 'pino';

/**
 * Tells the owner, once each, what a wrong set-up would otherwise show only as "nobody can post": cookies for TLS are not
 * sent when requests seem to come in plain text, and a proxy that is not trusted makes one visitor of all.
 */
export function diagnose(log: Logger, secure: boolean): RequestHandler {
  const untold = new Set(secure ? [plain, crowded] : [crowded]);
  return (req, _res, next) => {
    for (const trouble of untold) {
      if (!trouble.is(req)) continue;
      untold.delete(trouble);
      log.warn(trouble.message);
    }
    next();
  };
}

const plain = {
  is: (req: Request): boolean => !req.secure,
  message:
    'BASE_URL starts with https, but this request came in as plain http, so no cookie can be set and nobody can post. ' +
    'If a proxy ends TLS in front of this server, name its address in TRUST_PROXY and let it send X-Forwarded-Proto.',
};

const crowded = {
  is: (req: Request): boolean => req.get('x-forwarded-for') !== undefined && req.ips.length === 0 && isNear(req.ip),
  message:
    'A proxy in front of this server is not trusted, so all visitors seem to come from its address and share the limits ' +
    'of one. Name its address in TRUST_PROXY.',
};

/** No visitor of a public site has such an address: it is that of a proxy on this machine or in its network. */
function isNear(ip: string | undefined): boolean {
  if (!ip || !ipaddr.isValid(ip)) return false;
  return ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(ipaddr.process(ip).range());
}
