import type { Browser, Shown } from './browser.ts';
import { article } from './world.ts';

/** How a comment's likes stand on a page: what the button says of itself, and how many likes stand beside it. */
export function likesOf(page: Shown, id: string) {
  const button = page.$(`#comment-${id} .like`);
  return { pressed: button.attr('aria-pressed') ?? null, words: page.$(`#comment-${id} .like-count`).text() };
}

/** Presses the button as a browser without JavaScript does. */
export function press(browser: Browser, page: Shown, id: string): Promise<Shown> {
  const button = page.$(`#comment-${id} .like`);
  if (button.length !== 1) throw new Error(`The page has ${button.length} buttons to like ${id}`);
  const fields = { ticket: ticketOf(page), act: button.attr('value') ?? '' };
  return browser.post(button.attr('formaction') ?? '', fields);
}

export const ticketOf = (page: Shown): string => page.$('#liking [name=ticket]').attr('value') ?? '';

/** Likes it from a page that is opened for that. */
export const likeOn = async (browser: Browser, id: string, path = article): Promise<Shown> =>
  press(browser, await browser.open(path), id);

export const likePath = (id: string): string => `${article}/comments/${id}/like`;
