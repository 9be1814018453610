import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Author } from '../comments/comment.ts';
import type { Keyed } from './address.ts';
import { cookieAttributes, cookieName, cookieOf } from './cookie.ts';

/** What the visitor asked this device to remember. */
export interface Remembered {
  readonly author: string;
  readonly email: string;
  readonly website: string;
  /** 128 random bits: by them, and by nothing typed, the author is known again. */
  readonly token: string;
}

const nameFor = (req: Request): string => cookieName(req, 'author');
const schema = z.object({
  author: z.string().max(200),
  email: z.string().max(300),
  website: z.string().max(600),
  token: z.string().regex(/^[\w-]{22}$/),
});
const yearMs = 365 * 24 * 3_600_000;

/** What this device remembers, or null: nothing, or nothing that we have signed. */
export function remembered(req: Request, keyed: Keyed): Remembered | null {
  const [, signature, text = ''] = /^([\w-]{43})\.(.*)$/s.exec(cookieOf(req, nameFor(req)) ?? '') ?? [];
  if (signature === undefined || !isSame(signature, keyed('remembered', text))) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Browsers drop larger cookies, and proxies refuse answers that carry them. */
const largest = 3_500;

/** Whom a cookie is to name: the author, and the token by which they are known again. */
export interface Remembering {
  readonly author: Author;
  readonly token: string;
}

/** Made from the form's ticket, so that a double click gives both its answers the same token. */
export const tokenFor = (ticket: unknown, keyed: Keyed): string => keyed('author-token', String(ticket)).slice(0, 22);

/** Remembers the author, or forgets whom it remembered when there is none to remember. */
export function remember(req: Request, res: Response, remembering: Remembering | null, keyed: Keyed): void {
  const name = nameFor(req);
  const cookie = cookieAttributes(req);
  const text = remembering && textOf(remembering);
  const value = text && `${keyed('remembered', text)}.${text}`;
  const fits = value !== null && encodeURIComponent(value).length <= largest;
  if (fits) res.cookie(name, value, { ...cookie, maxAge: yearMs });
  else if (cookieOf(req, name) !== undefined) res.clearCookie(name, cookie);
}

function textOf({ author, token }: Remembering): string {
  return JSON.stringify({ author: author.name, email: author.email ?? '', website: author.website ?? '', token });
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
