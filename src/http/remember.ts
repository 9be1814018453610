import type { Request, Response } from 'express';
import { z } from 'zod';
import { cookieOf } from './cookie.ts';
import type { TypedReply } from './form-view.ts';

/** What the visitor asked this device to remember. */
export interface Remembered {
  readonly author: string;
  readonly email: string;
  readonly website: string;
}

const name = 'author';
const schema = z.object({ author: z.string().max(200), email: z.string().max(300), website: z.string().max(600) });
const yearMs = 365 * 24 * 3_600_000;

/** What this device remembers, or null: nothing, or nothing that can be trusted to be ours. */
export function remembered(req: Request): Remembered | null {
  const value = cookieOf(req, name);
  try {
    return value === undefined ? null : schema.parse(JSON.parse(value));
  } catch {
    return null;
  }
}

/** Remembers when ticked, forgets when not. */
export function remember(req: Request, res: Response, typed: TypedReply, secure: boolean): void {
  const cookie = { path: req.baseUrl || '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const { author, email, website } = typed;
  if (typed.remember) res.cookie(name, JSON.stringify({ author, email, website }), { ...cookie, maxAge: yearMs });
  else if (remembered(req)) res.clearCookie(name, cookie);
}
