import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { answerSum, fillIn, press, signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';

type Open = (page: Page, site: Site) => Promise<unknown>;

/** Every page of a filled site in every state it can be in, and the way of a person who has not been here before to it. */
export const states: readonly (readonly [name: string, open: Open])[] = [
  ['list', (page) => page.goto('/')],
  ['article', (page) => page.goto(pages.quiet)],
  ['article-replies', (page) => page.goto(pages.discussed)],
  ['article-replying', (page) => openReplyTo(page, 'Bogdan')],
  ['article-waiting', postAndWait],
  ['article-errors', leaveFieldsWrong],
  ['article-wrong-sum', mistypeSum],
  ['article-closed', (page) => page.goto(pages.closed)],
  ['article-long', (page) => page.goto(pages.long)],
  ['article-retry', postWithoutDatabase],
  ['sign-in', (page) => page.goto('/sign-in')],
  ['sign-in-error', (page) => signIn(page, { email: 'mo@example.org', password: 'not my password' })],
  ['queue', (page) => signIn(page)],
  ['queue-selected', selectInQueue],
  ['queue-approved', (page) => openLane(page, 'approved')],
  ['queue-empty', (page) => openLane(page, 'trash')],
  ['not-found', (page) => page.goto('/nowhere')],
  ['error', openBroken],
];

async function openReplyTo(page: Page, name: string): Promise<void> {
  await page.goto(pages.discussed);
  await page.getByRole('link', { name: `Reply to ${name}`, exact: true }).click();
}

async function postAndWait(page: Page): Promise<void> {
  await openReplyTo(page, 'Carla');
  await write(page, 'One of the hosts puts them up on the morning of the day itself.');
  await press(page, 'Post comment');
}

/** Blanks and ftp: pass the browser's own check, so that ours is seen. */
async function leaveFieldsWrong(page: Page): Promise<void> {
  await page.goto(pages.quiet);
  await write(page, ' ');
  await fillIn(page, { Name: ' ', 'Website (optional)': 'ftp://files.example' });
  await press(page, 'Post comment');
}

async function mistypeSum(page: Page): Promise<void> {
  await page.goto(pages.quiet);
  await write(page, 'Every word of this is to come back.\n\nThis line too.');
  await answerSum(page, 'wrong');
  await press(page, 'Post comment');
}

async function postWithoutDatabase(page: Page, site: Site): Promise<void> {
  await page.goto(pages.quiet);
  await write(page, 'Written while the database was away.');
  site.fault = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  await press(page, 'Another sum');
}

async function write(page: Page, body: string): Promise<void> {
  await fillIn(page, { Comment: body, Name: 'Eve Nordin', 'E-mail': 'eve@example.org' });
  await answerSum(page);
}

async function selectInQueue(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('checkbox', { name: 'Select reply by Dilek' }).check();
}

async function openLane(page: Page, status: string): Promise<void> {
  await signIn(page);
  await page.goto(`/moderation?status=${status}`);
}

async function openBroken(page: Page, site: Site): Promise<void> {
  site.fault = new Error('the dice fell off the table');
  await page.goto(pages.quiet);
}
