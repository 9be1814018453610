import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';

/** Where the focus is: the name in the row, else what the element says or is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const row = at.closest('.row');
    return row ? row.querySelector('.row-author').textContent : at.id || at.textContent.trim() || at.localName;
  })()`);
}

/** Signs in and waits until the page listens to keys. */
export async function openQueue(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('button', { name: 'Keys' }).waitFor();
}

/** Comments that wait, each like no other, by authors of these names: the last one stands first. */
export async function queueUp(site: Site, authors: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const author of authors) ids.push(await site.waiting(pages.quiet, { body: `${author} says hello`, author }));
  return ids;
}

/** Names in the rows that are shown, from top to bottom. */
export const rowsShown = (page: Page): Promise<readonly string[]> =>
  page.locator('.row:visible .row-author').allInnerTexts();

/** What the page says was done, once it says so. */
export async function untilSaid(page: Page, words: string): Promise<void> {
  await page.locator('#said').getByText(words).waitFor({ timeout: 5_000 });
}
