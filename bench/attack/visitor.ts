import { readSum, type SumOnPage } from '../../src/testing/index.ts';

/** What came back: a page, or where it leads. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly retryAfter: number;
  readonly setsCookie: boolean;
  readonly html: string;
}

export type Fields = Readonly<Record<string, string>>;

export type Visitor = ReturnType<typeof createVisitor>;

/** A program that comes from an address and keeps cookies, or leaves that. `url` is asked before each request. */
export function createVisitor(url: () => string, address: string, { keepsCookies = true } = {}) {
  const cookies = new Map<string, string>();

  async function send(method: string, path: string, body?: string | URLSearchParams, type?: string): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url() + path, {
      method,
      redirect: 'manual',
      headers: { 'x-forwarded-for': address, ...(cookie && { cookie }), ...(type && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
    const set = response.headers.getSetCookie();
    if (keepsCookies) for (const each of set) keep(each);
    const retryAfter = Number(response.headers.get('retry-after') ?? 0);
    const location = response.headers.get('location');
    return { status: response.status, location, retryAfter, setsCookie: set.length > 0, html: await response.text() };
  }

  function keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    cookies.set(name, value);
  }

  const get = (path: string): Promise<Answer> => send('GET', path);
  const post = (path: string, fields: Fields): Promise<Answer> =>
    send('POST', path, new URLSearchParams(fields), 'application/x-www-form-urlencoded');

  return { address, get, post, send };
}

/** The sum on a page, or undefined. */
export const sumOn = ({ html }: Answer): SumOnPage | undefined =>
  html.includes('name="challenge"') ? readSum(html) : undefined;

/** Does `act` for all, so many at once; in order of `items`. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await act(items[at] as Item, at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}

export const times = (count: number): readonly number[] => Array.from({ length: count }, (_each, at) => at);
