import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { answerSum, fillIn, press } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

const written = { Comment: '\n *Now* and ｅ́ שלום 𝒜 \n\n> then ', 'E-mail': 'ann@example.org' };
const shown = (page: Page) => page.locator('#preview .comment-body');

describeInChromium('the preview', (stage) => {
  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])('comes by its button, keeps all that is typed, and is what is then posted, %s', async (_how, javaScript) => {
    const page = await stage().visit({ javaScript });
    await page.goto(pages.quiet);
    await fillIn(page, written);
    await answerSum(page);
    const answer = await page.locator('#response').inputValue();
    await press(page, 'Preview');
    await page.waitForURL('**/comments');
    expect(await page.title()).toMatch(/^Preview: /);
    expect(await page.locator('#preview').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.id')).toBe('preview');
    expect(await page.locator('#preview + form').count()).toBe(javaScript ? 0 : 1);
    expect(await shown(page).locator('blockquote').innerText()).toBe('then');
    for (const [label, value] of Object.entries(written)) expect(await page.getByLabel(label).inputValue()).toBe(value);
    expect(await page.locator('#response').inputValue()).toBe(answer);
    const html = await shown(page).innerHTML();
    await fillIn(page, { Name: 'Ann' });
    await press(page, 'Post comment');
    expect(await page.locator('.comment.waiting .comment-body').innerHTML()).toBe(html);
    await page.context().close();
  });

  test('shows while one types: below the field, which stays where it is, and is told once', async () => {
    const page = await stage().visit();
    await page.goto(pages.quiet);
    const field = page.getByLabel('Comment');
    await field.pressSequentially('*Now*');
    const before = await field.boundingBox();
    await shown(page).locator('em').waitFor();
    expect(await field.boundingBox()).toEqual(before);
    expect((await page.locator('#preview').boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) + (before?.height ?? 0));
    expect(await page.locator('#preview-news').innerText()).toBe('A preview is shown below your comment.');
    expect(await page.locator('[data-preview]').getAttribute('aria-live')).toBeNull();
    await page.locator('#preview-news').evaluate((news) => Object.assign(news, { textContent: 'Told before.' }));
    await field.pressSequentially(' **then**');
    await shown(page).locator('strong').waitFor();
    expect(await page.locator('#preview-news').innerText()).toBe('Told before.');
    expect(await page.evaluate('document.activeElement.id')).toBe('body');
    await field.fill('');
    await page.locator('#preview').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('is asked for once in a pause, never twice at a time, and ends with the last text', async () => {
    const page = await stage().visit();
    const count = { asked: 0, open: 0, most: 0 };
    await page.route('**/preview', async (route) => {
      count.asked += 1;
      count.open += 1;
      count.most = Math.max(count.most, count.open);
      await new Promise((resolve) => setTimeout(resolve, 500));
      count.open -= 1;
      await route.continue();
    });
    await page.goto(pages.quiet);
    const field = page.getByLabel('Comment');
    await field.pressSequentially('Many letters', { delay: 20 });
    await page.waitForRequest('**/preview');
    await page.waitForTimeout(100);
    expect(count.asked).toBe(1);
    for (const more of [' and', ' still', ' more.']) {
      await field.pressSequentially(more);
      await page.waitForTimeout(350);
    }
    await shown(page).getByText('Many letters and still more.').waitFor();
    expect(count.most).toBe(1);
    expect(count.asked).toBeLessThan(5);
    await page.context().close();
  });

  test('that cannot be had leaves the form and its button as they are', async () => {
    const page = await stage().visit();
    await page.route('**/preview', (route) => route.abort());
    await page.goto(pages.quiet);
    await fillIn(page, written);
    await page.waitForRequest('**/preview');
    await page.waitForTimeout(50);
    expect(await page.locator('#preview').count()).toBe(0);
    await press(page, 'Preview');
    await shown(page).waitFor();
    await page.context().close();
  });
});
