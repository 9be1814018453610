import type { Request } from 'express';

/** Epoch milliseconds until when the page knew what authors had changed; null where the form does not say. */
export function knownIn({ body }: Pick<Request, 'body'>): number | null {
  const known = String(body?.known);
  return /^\d{1,15}$/.test(known) ? Number(known) : null;
}
