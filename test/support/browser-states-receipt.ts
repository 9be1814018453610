import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { answerSum, fillIn, press, signIn } from './browser-person.ts';
import type { State } from './browser-states.ts';

/** What an author has of a comment by its private link, and what owners do about it. */
export const receiptStates: readonly State[] = [
  ['article-receipt', 'Keep this private link', (page) => post(page)],
  ['receipt', 'It waits for a moderator', (page) => open(page)],
  ['receipt-told', 'What a moderator says', tellAndOpen],
  ['receipt-edit', 'It is looked at again', (page) => openEdit(page)],
  ['receipt-edit-error', 'at least 2 characters', saveNothing],
  ['receipt-preview', 'Preview', preview],
  ['receipt-changed', 'Your comment is changed.', change],
  ['receipt-delete', 'Delete your comment?', (page) => openDelete(page)],
  ['receipt-deleted', 'You deleted it.', remove],
  ['receipt-asked', 'You have asked for it.', (page) => askErasure(page)],
  ['receipt-unknown', 'leads nowhere', (page) => page.goto('/receipt?token=nobody')],
  ['erasures', 'One comment', askAndLook],
  ['erasures-empty', 'Nobody asks for anything', declineAll],
];

const text = 'The *harbour board* meets on Mondays.\n\nI would come by the early boat.';

/** Posts a comment; gives the address of its private link. */
export async function post(page: Page): Promise<string> {
  await page.goto(pages.quiet);
  await fillIn(page, { Comment: text, Name: 'Greta Holm' });
  await answerSum(page);
  await press(page, 'Post comment');
  return (await page.locator('.receipt-note a').getAttribute('href')) ?? '';
}

async function open(page: Page): Promise<string> {
  const link = await post(page);
  await page.goto(link);
  return link;
}

async function openEdit(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('link', { name: 'Change the text…' }).click();
}

/** A blank passes the browser's own check, so that ours is seen. */
async function saveNothing(page: Page): Promise<void> {
  await openEdit(page);
  await page.locator('#body').fill(' ');
  await press(page, 'Save the text');
}

async function preview(page: Page): Promise<void> {
  await openEdit(page);
  await page.locator('#body').fill(`Other *words*\n\n${'W'.repeat(200)}`);
  await press(page, 'Preview');
}

async function change(page: Page): Promise<void> {
  await openEdit(page);
  await page.locator('#body').fill('The *harbour board* meets on Tuesdays.');
  await press(page, 'Save the text');
}

async function openDelete(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('link', { name: 'Delete…' }).click();
}

async function remove(page: Page): Promise<void> {
  await openDelete(page);
  await press(page, 'Delete it');
}

async function askErasure(page: Page): Promise<void> {
  await open(page);
  await press(page, 'Ask to erase this comment');
}

async function tellAndOpen(page: Page): Promise<void> {
  const link = await post(page);
  const id = new URL(page.url()).hash.replace('#comment-', '');
  await signIn(page);
  await page.goto(`/moderation/comments/${id}`);
  await page.getByText('Tell the author why').click();
  await fillIn(page, { 'To the author': 'Please leave the name of the\nharbour master out.' });
  await press(page, 'Save for the author');
  await page.goto(link);
}

async function askAndLook(page: Page): Promise<void> {
  await askErasure(page);
  await signIn(page);
  await page.goto('/moderation/erasures');
}

async function declineAll(page: Page): Promise<void> {
  await signIn(page);
  await page.goto('/moderation/erasures');
  while ((await page.locator('.act').count()) > 0)
    await page
      .getByRole('button', { name: /^Decline/ })
      .first()
      .click();
}
