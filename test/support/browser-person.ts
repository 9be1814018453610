import type { Page } from 'playwright-core';
import { readSum } from '../../src/testing/index.ts';
import { credentials } from './browser-site.ts';

/** Types into the fields of the page, found by what their labels say. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
}

/** Reads the sum on the page and types the right or a wrong answer. */
export async function answerSum(page: Page, answer: 'right' | 'wrong' = 'right'): Promise<void> {
  const sum = readSum(await page.content());
  if (!sum) throw new Error('The page asks no sum');
  await page.locator('#response').fill(sum[answer]);
}

export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
}

export async function signIn(page: Page, { email, password } = credentials): Promise<void> {
  await page.goto('/sign-in');
  await fillIn(page, { 'E-mail': email, Password: password });
  await press(page, 'Sign in');
}

/** Waits until an expression is true there; Playwright's own way needs `eval`, which the pages do not allow. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`Never came true: ${expression}`);
}
