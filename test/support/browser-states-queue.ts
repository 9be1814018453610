import type { Page } from 'playwright-core';
import { openFilter, openTaught, resetUnsure } from './browser-filter.ts';
import { press, signIn } from './browser-person.ts';
import type { State } from './browser-states.ts';
import { clearingStates } from './browser-states-clearing.ts';

/** The queue, and what is told of it, on a filled site. */
export const queueStates: readonly State[] = [
  ['queue', 'First comment of this author', (page) => signIn(page)],
  ['queue-selected', '1 selected', selectInQueue],
  ...clearingStates,
  ['queue-approved', 'So they have.', (page) => openLane(page, 'approved')],
  ['guard', 'Sums and answers by hour', openGuard],
  ['statistics', 'Comments received', openStatistics],
  ['log', '1 comment: held → approved', (page) => openLog(page)],
  ['queue-undone', '1 comment put back where it was.', trashAndUndo],
  ['queue-empty', 'The trash is empty', (page) => openLane(page, 'trash')],
  ['filter', 'Not enough decisions yet', openFilter],
  ['filter-unsure', 'Tick the box', resetUnsure],
  ['filter-learned', 'It has learned enough', openTaught],
];

async function openGuard(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/guard');
}

async function selectInQueue(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('checkbox', { name: 'Select reply by Dilek' }).check();
}

async function openLog(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/log');
}

async function trashAndUndo(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('button', { name: 'Trash: reply by Dilek' }).click();
  await press(page, 'Undo');
}

async function openLane(page: Page, status: string): Promise<void> {
  await signIn(page);
  await page.goto(`/moderation?status=${status}`);
}

async function openStatistics(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/statistics');
  await page.getByText('The same in numbers').first().click();
}
