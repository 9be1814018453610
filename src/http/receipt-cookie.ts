import type { Request, Response } from 'express';
import type { Comment } from '../comments/comment.ts';
import { cookieAttributes, cookieName, cookieOf } from './cookie.ts';
import { urlOf } from './receipt-view.ts';
import type { CommentView } from './view.ts';

/** The private link of a comment that was just posted, on its way to the one page that shows it. */
interface FreshReceipt {
  readonly commentId: string;
  readonly token: string;
  /** Whether its author asked for mail, and has some to look for. */
  readonly mailed: boolean;
}

const nameFor = (req: Request): string => cookieName(req, 'receipt');
/** The page comes with the next request. */
const lifetimeMs = 10 * 60_000;
const form = /^([0-9a-f-]{36})\.([\w-]{43})(\.mailed)?$/;

export function carryReceipt(req: Request, res: Response, { commentId, token, mailed }: FreshReceipt): void {
  res.cookie(nameFor(req), `${commentId}.${token}${mailed ? '.mailed' : ''}`, {
    ...cookieAttributes(req),
    maxAge: lifetimeMs,
  });
}

/** Gives the link of the comment that was just posted, and null for all others; a page that is only looked at shows none. */
export function freshLinkOf(req: Request, baseUrl: string | null): (comment: Pick<Comment, 'id'>) => FreshLink | null {
  const value = req.method === 'GET' ? cookieOf(req, nameFor(req)) : undefined;
  const [, commentId, token = '', mailed] = form.exec(value ?? '') ?? [];
  const base = baseUrl ?? `${req.protocol}://${req.get('host')}${req.baseUrl}`;
  const link = { url: urlOf(req.baseUrl, token), address: urlOf(base, token), mailed: mailed !== undefined };
  return ({ id }) => (id === commentId ? link : null);
}

type FreshLink = NonNullable<CommentView['receipt']>;

/** It is shown once. */
export function dropReceipt(req: Request, res: Response): void {
  res.clearCookie(nameFor(req), cookieAttributes(req));
}
