import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { networkOf } from './address.ts';

/**
 * One line a request: id, method, path, status, time. No query (it may hold a token), no headers (cookies), no body,
 * and of the address only its network.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<Parameters<RequestHandler>[0], Parameters<RequestHandler>[1]>({
    logger: log,
    quietReqLogger: true,
    genReqId: (_req, res) => {
      const id = randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: { req: () => undefined, res: () => undefined },
    customProps: (req, res) => ({
      method: req.method,
      path: pathOf(req.originalUrl),
      status: res.statusCode,
      network: networkOf(req.ip),
    }),
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    customErrorObject: (_req, _res, _error, value) => ({ ...value, err: undefined }),
  });
}

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '';
