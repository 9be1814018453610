import express, { type RequestHandler } from 'express';
import { CommentsError } from '../comments/error.ts';

/** Bytes of one posted form. */
const formLimit = 64 * 1024;

/** Forms as every browser sends them, and nothing else: no multipart, no JSON, no nesting. */
export function readForms(): RequestHandler {
  return express.urlencoded({
    extended: false,
    limit: formLimit,
    parameterLimit: 1_100,
    verify: (_req, _res, body) => refuseBrokenText(body),
  });
}

/** Node would turn bytes that are no UTF-8 into replacement characters without a word; what is stored must be what was sent. */
function refuseBrokenText(body: Buffer): void {
  try {
    decodeURIComponent(new TextDecoder('utf-8', { fatal: true }).decode(body).replaceAll('+', ' '));
  } catch {
    throw new CommentsError('malformed', 'error.brokenText');
  }
}

/** Requests that Node lets pass and no browser sends: more than one Host or an odd one, a whole URL as target. */
export const refuseMalformed: RequestHandler = (req, _res, next) => {
  const hosts = req.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  const host = req.headers.host;
  const sound = hosts <= 1 && (host === undefined || hostForm.test(host)) && req.originalUrl.startsWith('/');
  if (!sound) throw new CommentsError('malformed', 'error.malformed');
  next();
};

const hostForm = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
