import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger, SerializedError } from 'pino';
import { pinoHttp } from 'pino-http';
import { networkOf } from './address.ts';

/**
 * One line a request: id, method, path, status, time. No query (it may hold a token), no headers (cookies), no body,
 * and of the address only its network.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp<Request, Response>({
    logger: log,
    quietReqLogger: true,
    genReqId: (_req, res) => {
      const id = randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: { req: nothing, res: nothing, err: errorView },
    customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    customSuccessObject: lineOf,
    customErrorObject: (req, res, _error, value) => lineOf(req, res, value),
  });
}

function lineOf(req: Request, res: Response, { responseTime }: { readonly responseTime: number }): object {
  const { method, originalUrl, ip } = req;
  return { method, path: originalUrl.split('?', 1)[0], status: res.statusCode, network: networkOf(ip), responseTime };
}

const nothing = (): undefined => undefined;

/** A database's error may carry the values of a whole row, which no log is to hold: only what names the fault is kept. */
function errorView({ type, message, stack, code }: SerializedError): object {
  return { type, message, stack, code };
}
