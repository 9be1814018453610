import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Author } from '../comments/comment.ts';
import { cookieOf } from './cookie.ts';

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

/** Browsers drop larger cookies, and proxies refuse answers that carry them. */
const largest = 3_500;

/** Remembers the author, or forgets whom it remembered when there is none to remember. */
export function remember(req: Request, res: Response, author: Author | null, secure: boolean): void {
  const cookie = { path: req.baseUrl || '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const value =
    author && JSON.stringify({ author: author.name, email: author.email ?? '', website: author.website ?? '' });
  const fits = value !== null && encodeURIComponent(value).length <= largest;
  if (fits) res.cookie(name, value, { ...cookie, maxAge: yearMs });
  else if (remembered(req)) res.clearCookie(name, cookie);
}
