import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import { fillIn, press, signIn } from './browser-person.ts';
import type { Site } from './browser-site.ts';
import type { State } from './browser-states.ts';

/** What a moderator does with one comment, and what readers see of it. Nothing here touches the comments of other states. */
export const deskStates: readonly State[] = [
  ['comment', 'First comment of this author', (page, site) => openComment(page, site)],
  ['comment-error', 'at least 2 characters', replyWithNothing],
  ['comment-replied', 'The comment is approved and your reply published.', reply],
  ['comment-edited', 'Earlier texts', correct],
  ['comment-erased', 'Everything that was in it is gone', eraseAndLook],
  ['erase', 'I know this cannot be undone', (page, site) => askToErase(page, site)],
  ['erase-error', 'Tick the box if you mean it.', eraseUnsure],
  ['erased', '1 comment erased for good.', erase],
  ['article-desk', 'This comment was erased.', (page) => page.goto(pages.asked)],
];

const question = {
  body: 'Is the *harbour board* open to those who live elesewhere?\n\nI would come by the early boat.',
  author: 'Greta Holm',
  email: 'greta@example.org',
  website: 'https://greta.example',
};

async function openComment(page: Page, site: Site): Promise<string> {
  const id = await site.waiting(pages.asked, question);
  await signIn(page);
  await page.goto(`/moderation/comments/${id}`);
  return id;
}

/** A blank passes the browser's own check, so that ours is seen. */
async function replyWithNothing(page: Page, site: Site): Promise<void> {
  await openComment(page, site);
  await fillIn(page, { 'Your reply': ' ' });
  await press(page, 'Publish reply');
}

async function reply(page: Page, site: Site): Promise<string> {
  const id = await openComment(page, site);
  await fillIn(page, { 'Your reply': 'It is: the list at the door is for **everybody**. The early boat will do.' });
  await press(page, 'Publish reply');
  return id;
}

async function correct(page: Page, site: Site): Promise<void> {
  await reply(page, site);
  await page.getByText('Correct the text').click();
  await fillIn(page, { 'Text of the comment': question.body.replace('elesewhere', 'elsewhere') });
  await press(page, 'Save the text');
}

async function eraseAndLook(page: Page, site: Site): Promise<void> {
  const id = await reply(page, site);
  await page.getByRole('link', { name: 'Erase for good…' }).click();
  await page.getByLabel('I know this cannot be undone').check();
  await press(page, 'Erase for good');
  await page.goto(`/moderation/comments/${id}`);
}

async function askToErase(page: Page, site: Site): Promise<void> {
  await openComment(page, site);
  await page.getByRole('link', { name: 'Erase for good…' }).click();
}

/** The browser would not send it without the tick. */
async function eraseUnsure(page: Page, site: Site): Promise<void> {
  await askToErase(page, site);
  await page.evaluate("document.getElementById('sure').required = false");
  await press(page, 'Erase for good');
}

async function erase(page: Page, site: Site): Promise<void> {
  await askToErase(page, site);
  await page.getByLabel('I know this cannot be undone').check();
  await press(page, 'Erase for good');
}
