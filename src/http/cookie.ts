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

/** The name of a cookie of ours. `__Host-`: no other host of the domain can plant its own in a visitor's browser. */
export const cookieName = ({ secure }: Pick<Request, 'secure'>, name: string): string =>
  secure ? `__Host-${name}` : name;

/** How it is set and, without an age, taken back: for the server alone. */
export const cookieAttributes = ({ secure }: Pick<Request, 'secure'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const;
