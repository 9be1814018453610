import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { press, signIn } from './browser-person.ts';
import { openQueue } from './browser-queue.ts';
import type { Site } from './browser-site.ts';
import type { State } from './browser-states.ts';

/** The queue as it can be with filters, keys and other moderators, and its log. */
export const clearingStates: readonly State[] = [
  ['queue-current', 'Undo', decideByKey],
  ['queue-keys', 'These keys are on', openKeys],
  ['queue-filtered', 'Held by: First comment of its author', openFiltered],
  ['queue-nothing-matches', 'Nothing here matches', findNothing],
  ['queue-contested', 'Already otherwise', decideTooLate],
  ['queue-decided', 'This was marked as spam by', hearOfOther],
  ['log-filtered', 'On: one comment', openLogOfOne],
];

async function findNothing(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation?status=spam&q=zebra&from=yesterday');
}

/** A row is current, another is decided on, and can be brought back. */
async function decideByKey(page: Page, site: Site): Promise<void> {
  await site.waiting(pages.quiet, { body: 'Decided on by a key', author: 'Keyed' });
  await openQueue(page);
  for (const key of ['j', 's']) await page.keyboard.press(key);
}

async function openKeys(page: Page): Promise<void> {
  await openQueue(page);
  await page.keyboard.press('?');
}

/** With the whole form open, and what is done with all that match. */
async function openFiltered(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation?rule=firstComment&from=2022-01-01&order=spam');
  await page.getByText('Filter and order').click();
  await page.getByText(/Decide on all \d+ that match/).click();
}

/** Without the script, so that the page after the act tells of it. */
async function decideTooLate(page: Page, site: Site): Promise<void> {
  const id = await site.waiting(pages.quiet, { body: 'Wanted by two', author: 'Twofold' });
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await signIn(page);
  await site.decide('spam', [id]);
  await press(page, 'Trash: reply by Twofold');
}

async function hearOfOther(page: Page, site: Site): Promise<void> {
  const id = await site.waiting(pages.quiet, { body: 'Seen by two', author: 'Watched' });
  await openQueue(page);
  await site.decide('spam', [id]);
}

async function openLogOfOne(page: Page, site: Site): Promise<void> {
  const id = await site.waiting(pages.quiet, { body: 'In the log', author: 'Logged' });
  await site.decide('spam', [id]);
  await signIn(page);
  await page.goto(`/moderation/log?comment=${id}`);
}
