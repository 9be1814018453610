import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { press, signIn } from './browser-person.ts';
import type { State } from './browser-states.ts';

/** The lists, and what is closed, on a filled site. */
export const listStates: readonly State[] = [
  ['lists', 'Nothing is listed here', (page) => open(page, '/moderation/lists')],
  ['lists-checked', 'Would have hit', (page) => check(page, 'word', 'watches')],
  ['lists-error', 'such as spam.example', (page) => check(page, 'domain', 'no domain')],
  ['lists-saved', '“watches” is on your lists', saveTwo],
  ['lists-removed', 'was taken off', takeOff],
  ['closing', 'Closed by its file', (page) => open(page, '/moderation/closing')],
  ['closing-error', 'Type a number of days', setNoDays],
  ['closing-closed', 'Closed by a moderator', closeOne],
  ['article-moderator', 'Close replies', (page) => open(page, pages.quiet)],
  ['article-closed-by-moderator', 'has ended this conversation', (page) => page.goto(pages.short)],
];

/** Those of a site that can only be read. */
export const frozenStates: readonly State[] = [
  ['closing-frozen', 'nobody can post', freeze],
  ['article-frozen', 'this site can only be read', (page) => page.goto(pages.quiet)],
];

async function open(page: Page, path: string): Promise<void> {
  await signIn(page);
  await page.goto(path);
}

async function check(page: Page, kind: string, value: string): Promise<void> {
  await open(page, '/moderation/lists');
  await fillAndCheck(page, kind, value);
}

async function fillAndCheck(page: Page, kind: string, value: string): Promise<void> {
  await page.getByLabel('Look for').selectOption(kind);
  await page.getByLabel('Which').fill(value);
  await press(page, 'Check');
}

async function saveTwo(page: Page): Promise<void> {
  const long = `${'endless'.repeat(8)}.${'endless'.repeat(8)}.example`;
  await open(page, '/moderation/lists');
  for (const [kind, value] of [
    ['email', `@${long}`],
    ['word', 'watches'],
  ] as const) {
    await fillAndCheck(page, kind, value);
    await page.getByLabel('Ends').selectOption('week');
    await press(page, 'Save');
  }
}

async function takeOff(page: Page): Promise<void> {
  await open(page, '/moderation/lists');
  await press(page, 'Remove watches');
}

async function setNoDays(page: Page): Promise<void> {
  await open(page, '/moderation/closing');
  await page.getByLabel('Close after days').fill('a week');
  await press(page, 'Save');
}

async function closeOne(page: Page): Promise<void> {
  await open(page, '/moderation/closing');
  await press(page, 'Close replies to One week, four town meetings');
}

async function freeze(page: Page): Promise<void> {
  await open(page, '/moderation/closing');
  await press(page, 'Make the site read-only');
}
