import type { Page } from 'playwright-core';
import { fillIn, until } from './browser-person.ts';

export const commentField = (page: Page) => page.getByLabel('Comment');

/** What this browser keeps for the site, by name. */
export const inStorage = (page: Page) => page.evaluate<Record<string, string>>('({ ...localStorage })');

/** The texts that it keeps. */
export async function kept(page: Page): Promise<readonly string[]> {
  return Object.values(await inStorage(page)).map((json) => JSON.parse(json).text);
}

/** Fills the form in, and waits until the text is kept. */
export async function type(page: Page, body: string): Promise<void> {
  await fillIn(page, { Comment: body, Name: 'Eve Nordin', 'E-mail': 'eve@example.org' });
  await until(page, `Object.values(localStorage).some((json) => JSON.parse(json).text === ${JSON.stringify(body)})`);
}
