import type { Request } from 'express';

/** A cookie's value as it was set; undefined when the browser sends none, or one that no server of ours encoded. */
export function cookieOf(req: Request, name: string): string | undefined {
  const pair = req.headers.cookie?.split(/; */).find((part) => part.startsWith(`${name}=`));
  try {
    return pair && decodeURIComponent(pair.slice(name.length + 1));
  } catch {
    return undefined;
  }
}
