import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { deskStates } from './browser-desk-states.ts';
import { peopleStates } from './browser-people.ts';
import { answerSum, fillIn, press, signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';
import { likeStates } from './browser-states-likes.ts';
import { listStates } from './browser-states-lists.ts';
import { queueStates } from './browser-states-queue.ts';

type Open = (page: Page, site: Site) => Promise<unknown>;

/** A name, words that the page shows, and the way to it for a person who has not been here before. */
export type State = readonly [name: string, words: string, open: Open];

/** Every page of a filled site, in every state it can be in. */
export const states: readonly State[] = [
  ['list', 'No replies yet', (page) => page.goto('/')],
  ['article', 'Be the first', (page) => page.goto(pages.quiet)],
  ['article-replies', '4 replies', (page) => page.goto(pages.discussed)],
  ['article-replying', 'Cancel reply', (page) => openReplyTo(page, 'Bogdan')],
  ['article-waiting', 'Waiting for a moderator', postAndWait],
  ['article-errors', 'Enter your name.', leaveFieldsWrong],
  ['article-wrong-sum', 'not the right answer', mistypeSum],
  ['article-one-more-step', 'One more step', askTooOften],
  ['article-preview', 'as readers will see it', previewText],
  ['article-preview-without-script', 'as readers will see it', previewWithoutScript],
  ['article-draft', 'Your unsent text was restored.', leaveDraft],
  ['article-known', 'You are known here', becomeKnown],
  ['article-closed', 'Replies are closed', (page) => page.goto(pages.closed)],
  ['article-long', '6 replies', (page) => page.goto(pages.long)],
  ...likeStates,
  ['article-retry', 'Please post once more', postWithoutDatabase],
  ['sign-in', 'Readers need no account', (page) => page.goto('/sign-in')],
  ['sign-in-error', 'is not right', (page) => signIn(page, { email: 'mo@example.org', password: 'not my password' })],
  ...queueStates,
  ...peopleStates,
  ...deskStates,
  ['not-found', 'Page not found', (page) => page.goto('/nowhere')],
  ['error', 'Something went wrong', openBroken],
  ...listStates,
];

/** Those of a site without a moderator, in the order in which they can be seen. */
export const newSiteStates: readonly State[] = [
  ['setup', 'This link works once', (page, site) => page.goto(site.setupUrl ?? '')],
  ['setup-error', 'There is a problem', (page, site) => setUp(page, site, 'too short')],
  ['queue-new', 'Nothing waits for you', (page, site) => setUp(page, site, 'four unrelated words here')],
  ['statistics-new', 'bars grow here', openNewStatistics],
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

async function previewText(page: Page): Promise<void> {
  await openReplyTo(page, 'Bogdan');
  await write(page, `This is *as readers will see it*.\n\n> A quote\n\n- one\n- \`two\`\n\n${'W'.repeat(200)}`);
  await press(page, 'Preview');
}

async function previewWithoutScript(page: Page): Promise<void> {
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await previewText(page);
}

async function leaveDraft(page: Page): Promise<void> {
  await page.goto(pages.quiet);
  await fillIn(page, { Comment: 'Half a sentence that' });
  await page.reload();
  await page.goto(pages.quiet);
}

/** The eleventh page of a visit comes without a sum. */
async function askTooOften(page: Page): Promise<void> {
  for (let opened = 0; opened < 11; opened += 1) await page.goto(pages.quiet);
  await fillIn(page, { Comment: 'Read everything first, then wrote this.', Name: 'Eve Nordin' });
  await press(page, 'Post comment');
}

async function becomeKnown(page: Page, site: Site): Promise<void> {
  await page.goto(pages.quiet);
  await write(page, 'My first words here.');
  await press(page, 'Post comment');
  await site.decide('approve', [new URL(page.url()).hash.replace('#comment-', '')]);
  await page.goto(pages.quiet);
}

async function write(page: Page, body: string): Promise<void> {
  await fillIn(page, { Comment: body, Name: 'Eve Nordin', 'E-mail': 'eve@example.org' });
  await answerSum(page);
}

async function openBroken(page: Page, site: Site): Promise<void> {
  site.fault = new Error('the dice fell off the table');
  await page.goto(pages.quiet);
}

async function setUp(page: Page, site: Site, password: string): Promise<void> {
  await page.goto(site.setupUrl ?? '');
  await fillIn(page, { 'E-mail': 'first@example.org', Password: password });
  await press(page, 'Create moderator');
}

async function openNewStatistics(page: Page): Promise<void> {
  await signIn(page, { email: 'first@example.org', password: 'four unrelated words here' });
  await page.goto('/moderation/statistics');
}
