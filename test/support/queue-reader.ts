import type { Browser, Shown } from './browser.ts';

/** Ids of the rows of a page of the queue, from top to bottom. */
export const rowsOf = (page: Shown): readonly string[] =>
  page
    .$('.row')
    .toArray()
    .map((row) => page.$(row).attr('data-id') ?? '');

/** Ids of all rows, page after page, by the links that lead on. */
export async function readThrough(moderator: Browser, path: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = path; next; ) {
    const page = await moderator.open(next);
    ids.push(...rowsOf(page));
    next = page.$('a[rel=next]').attr('href');
  }
  return ids;
}
