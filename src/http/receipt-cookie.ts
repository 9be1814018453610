import type { Request, Response } from 'express';
import { cookieOf } from './cookie.ts';
import { isId } from './id.ts';

/** The private link of a comment that was just posted, on its way to the one page that shows it. */
export interface FreshReceipt {
  readonly commentId: string;
  readonly token: string;
}

/** `__Host-`: no other host of the domain can plant its own link in a visitor's browser. */
const nameFor = (req: Request): string => (req.secure ? '__Host-receipt' : 'receipt');
const attributesFor = (req: Request) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: req.secure }) as const;
/** The page comes with the next request. */
const lifetimeMs = 10 * 60_000;
const form = /^([0-9a-f-]{36})\.([\w-]{43})$/;

export function carryReceipt(req: Request, res: Response, { commentId, token }: FreshReceipt): void {
  res.cookie(nameFor(req), `${commentId}.${token}`, { ...attributesFor(req), maxAge: lifetimeMs });
}

/** Null where there is none to show. */
export function freshReceipt(req: Request): FreshReceipt | null {
  const [, commentId, token] = form.exec(cookieOf(req, nameFor(req)) ?? '') ?? [];
  return token !== undefined && isId(commentId) ? { commentId, token } : null;
}

/** It is shown once. */
export function dropReceipt(req: Request, res: Response): void {
  res.clearCookie(nameFor(req), attributesFor(req));
}
