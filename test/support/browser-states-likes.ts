import type { Page } from 'playwright-core';
import { pages } from './browser-articles.ts';
import type { State } from './browser-states.ts';

/** Comments as readers like them. */
export const likeStates: readonly State[] = [
  ['article-liked', '1 like', (page) => pressLike(page)],
  ['article-like-failed', 'Check your connection', likeOffline],
  ['like-one-more-step', 'not yet known whose like', likeWithoutTicket],
];

export async function pressLike(page: Page, author = 'Bogdan'): Promise<void> {
  await page.goto(pages.discussed);
  await page
    .getByRole('button', { name: `Like the comment by ${author}` })
    .first()
    .click();
}

async function likeOffline(page: Page): Promise<void> {
  await page.route('**/like', (route) => route.abort());
  await pressLike(page, 'Carla');
}

async function likeWithoutTicket(page: Page): Promise<void> {
  await page.route('**/assets/likes.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(pages.discussed);
  await page.evaluate('document.querySelector("#liking [name=ticket]").value = ""');
  await page.getByRole('button', { name: 'Like the comment by Carla' }).click();
}
