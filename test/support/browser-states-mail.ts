import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { answerSum, press, signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';
import type { State } from './browser-states.ts';
import { linkTo } from './mail-world.ts';

/** What belongs to notifications. */
export const mailStates: readonly State[] = [
  ['outbox-empty', 'Nothing was given up', (page) => open(page, '/moderation/outbox')],
  ['account-mail', 'write to me', (page) => open(page, '/account')],
  ['article-following', 'We ask there first', openFollowing],
  ['article-following-error', 'the e-mail address to write to', (page) => write(page, '')],
  ['mail-asked', 'Look into your mail', (page) => follow(page, 'asked@example.org')],
  ['mail-confirm', 'Replies by e-mail?', (page, site) => openLink(page, site, '/mail/confirm')],
  ['mail-confirmed', 'That is settled', confirm],
  ['mail-stop', 'Stop these mails?', (page, site) => openLink(page, site, '/mail/stop')],
  ['mail-decide', 'Approve this reply?', decideByMail],
  ['outbox', 'Nobody here', failToSend],
];

async function open(page: Page, path: string): Promise<void> {
  await signIn(page);
  await page.goto(path);
}

async function openFollowing(page: Page): Promise<void> {
  await page.goto(pages.quiet);
  await page.getByText('Follow by e-mail').click();
}

/** Follows the article by its own form. */
export async function follow(page: Page, email: string): Promise<void> {
  await openFollowing(page);
  await page.getByLabel('Send new replies to').fill(email);
  await press(page, 'Follow');
}

/** Posts a reply whose author wants mail. */
export async function write(page: Page, email: string): Promise<void> {
  await page.goto(pages.quiet);
  await page.locator('#body').fill('I would like to hear what others think.');
  await page.locator('#author').fill('Eve Nordin');
  await page.locator('#email').fill(email);
  await page.getByLabel('E-mail me when').check();
  await answerSum(page);
  await press(page, 'Post comment');
}

async function openLink(page: Page, site: Site, path: string): Promise<void> {
  await follow(page, `${path.split('/').at(-1)}@example.org`);
  await page.goto(linkTo(await site.mails(), path));
}

async function confirm(page: Page, site: Site): Promise<void> {
  await follow(page, 'settled@example.org');
  await page.goto(linkTo(await site.mails(), '/mail/confirm'));
  await press(page, 'Yes, send them');
}

/** The moderator of the site hears of each reply from here on. */
export async function wantEach(page: Page): Promise<void> {
  await open(page, '/account');
  await page.getByLabel('At once').check();
  await press(page, 'Save');
}

async function decideByMail(page: Page, site: Site): Promise<void> {
  await wantEach(page);
  await site.waiting(pages.quiet, { body: 'A calm reply for a moderator to read.', author: 'Dilek' });
  await page.goto(linkTo(await site.mails(), '/mail/decide'));
}

async function failToSend(page: Page, site: Site): Promise<void> {
  site.fates.push('never');
  await follow(page, 'nobody@example.org');
  await site.mails();
  await open(page, '/moderation/outbox');
}
