import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { CommentsError, type ErrorCode } from '../comments/error.ts';
import type { MessageKey, Said } from '../messages/message.ts';
import { translatorOf } from './language.ts';
import type { ShowPage } from './pages.ts';
import type { ErrorView } from './view.ts';
import { wantsJson } from './wants-json.ts';

/** What each expected trouble is in HTTP. */
export const statusOf: Record<ErrorCode, number> = {
  'not-found': 404,
  malformed: 400,
  forbidden: 403,
  invalid: 422,
  'too-many': 429,
  unavailable: 503,
};

interface Answer {
  readonly status: number;
  readonly heading: Said;
  readonly message: Said;
  readonly retryAfter?: number | undefined;
}

export const unknownPage: RequestHandler = () => {
  throw new CommentsError('not-found', 'error.noPage');
};

/** Every error ends here: a plain page for the visitor, the cause for the log alone. */
export function errorPage(show: ShowPage, isUnavailable: (error: unknown) => boolean): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const answer = answerFor(error, isUnavailable);
    if (answer.status >= 500) req.log.error({ err: error }, 'request failed');
    // Too late for a page. Express would print the error on standard error, past the log.
    if (res.headersSent) return void req.socket.destroy();
    res.set('Cache-Control', 'private, no-store');
    if (answer.retryAfter) res.set('Retry-After', String(answer.retryAfter));
    if (wantsJson(req)) return void res.status(answer.status).json({ error: translatorOf(res).t(answer.message) });
    showAnswer(show, req, res, answer);
  };
}

function answerFor(error: unknown, isUnavailable: (error: unknown) => boolean): Answer {
  if (error instanceof CommentsError) {
    const status = statusOf[error.code];
    return {
      status,
      heading: headings[status] ?? 'error.failed',
      message: error.said,
      retryAfter: error.retryAfter,
    };
  }
  if (isUnavailable(error)) return { ...away, retryAfter: 5 };
  const status = clientStatusOf(error);
  return status
    ? { status, heading: headings[status] ?? 'error.unread', message: readable[status] ?? 'error.unreadable' }
    : bug;
}

const headings: Readonly<Record<number, MessageKey>> = {
  403: 'error.forbidden',
  404: 'error.notFound',
  413: 'error.long',
  422: 'error.undone',
  429: 'error.tooMany',
};
const readable: Readonly<Record<number, MessageKey>> = { 413: 'error.tooLong' };
const away: Answer = {
  status: 503,
  heading: 'error.away',
  message: 'error.awayWhile',
};
const bug: Answer = {
  status: 500,
  heading: 'error.bug',
  message: 'error.ourFault',
};

/** Whether an error is none that the visitor could mend. */
export const isOurFault = (error: unknown): boolean =>
  !(error instanceof CommentsError) && clientStatusOf(error) === null;

/** What Express and its parsers say of a request that cannot be read: a 4xx of their own. */
function clientStatusOf(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

function showAnswer(show: ShowPage, req: Request, res: Response, answer: Answer): void {
  const { t } = translatorOf(res);
  const requestId = answer.status >= 500 ? String(req.id) : null;
  const heading = t(answer.heading);
  const fields: ErrorView = { heading, message: t(answer.message), requestId };
  show(req, res, { view: 'error', title: heading, status: answer.status }, fields);
}
