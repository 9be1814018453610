import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { CommentsError, type ErrorCode } from '../comments/error.ts';
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
  readonly heading: string;
  readonly message: string;
  readonly retryAfter?: number | undefined;
}

export const unknownPage: RequestHandler = () => {
  throw new CommentsError('not-found', 'There is no page at this address.');
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
    if (wantsJson(req)) return void res.status(answer.status).json({ error: answer.message });
    showAnswer(show, req, res, answer);
  };
}

function answerFor(error: unknown, isUnavailable: (error: unknown) => boolean): Answer {
  if (error instanceof CommentsError) {
    const status = statusOf[error.code];
    return {
      status,
      heading: headings[status] ?? 'That did not work',
      message: error.message,
      retryAfter: error.retryAfter,
    };
  }
  if (isUnavailable(error)) return { ...away, retryAfter: 5 };
  const status = clientStatusOf(error);
  return status
    ? { status, heading: headings[status] ?? 'That request cannot be read', message: readable[status] ?? unreadable }
    : bug;
}

const headings: Record<number, string> = {
  403: 'That is not allowed',
  404: 'Page not found',
  413: 'Too long',
  422: 'That could not be done',
  429: 'Too many requests',
};
const unreadable = 'The request is not one this site understands. Go back and try again.';
const readable: Record<number, string> = {
  413: 'What was sent is larger than 64 KB, so it was not read. Go back: your browser still has your text. Shorten it, then post again.',
};
const away: Answer = {
  status: 503,
  heading: 'Back in a moment',
  message: 'The site cannot reach its data just now. Nothing is lost. Try again in a few seconds.',
};
const bug: Answer = {
  status: 500,
  heading: 'Something went wrong',
  message: 'This is our fault, not yours. Try again; if it happens again, tell the site the number below.',
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
  const requestId = answer.status >= 500 ? String(req.id) : null;
  const fields: ErrorView = { heading: answer.heading, message: answer.message, requestId };
  show(req, res, { view: 'error', title: answer.heading, status: answer.status }, fields);
}
