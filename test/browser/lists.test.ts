import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium('the lists by keyboard alone', (stage) => {
  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])('an entry is checked, read, saved and taken off again, %s', async (_how, javaScript) => {
    await stage().site.waiting(pages.quiet, { body: 'A dress for Andressa', author: 'Andressa' });
    const page = await stage().visit({ javaScript });
    await signIn(page);
    await page.goto('/moderation/lists');
    await page.locator('#value').focus();
    await page.keyboard.type('dress');
    await page.keyboard.press('Enter');
    await page.getByText('Would have hit').waitFor();
    // What it would have hit is read first; the way to save leads past it.
    expect(await focused(page)).toMatch(/^Would have hit \d of/);
    expect(await page.locator('.examples mark').first().innerText()).toBe('dress');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Check again');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Save');
    await page.keyboard.press('Enter');
    await page.getByText('“dress” is on your lists').waitFor();
    await page.getByRole('button', { name: 'Take it off' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('“dress” was taken off').waitFor();
  });
});

const focused = (page: Page): Promise<string> => page.locator(':focus').innerText();
