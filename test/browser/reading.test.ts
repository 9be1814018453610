import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { fillConversation } from '../support/browser-states-reading.ts';

const options = { commentsPerPage: 3, repliesPerPage: 15, prepare: fillConversation };

describeInChromium(
  'a long conversation',
  (stage) => {
    const folded = async (page: Page) => {
      await page.goto(pages.discussed);
      const comment = page.locator('.fold .comment').last();
      return { id: (await comment.getAttribute('id')) ?? '', comment };
    };

    test.each([true, false])('a lasting address shows what is folded away, JavaScript %s', async (javaScript) => {
      const page = await stage().visit({ javaScript });
      const { id, comment } = await folded(page);
      expect(await comment.isVisible()).toBe(false);
      await page.goto(`${pages.discussed}/comments/${id.slice('comment-'.length)}`);
      expect(new URL(page.url()).hash).toBe(`#${id}`);
      expect(await comment.isVisible()).toBe(true);
      await page.context().close();
    });

    test('a fragment alone opens the fold too', async () => {
      const page = await stage().visit({ javaScript: false });
      const { id, comment } = await folded(page);
      await page.goto(`${pages.discussed}#${id}`);
      expect(await comment.isVisible()).toBe(true);
      await page.context().close();
    });

    test('a fold opens by keyboard, and says by whom it is', async () => {
      const page = await stage().visit();
      const { comment } = await folded(page);
      const summary = page.locator('.fold summary');
      expect(await summary.innerText()).toBe('5 more replies, by Eve Nordin, مريم and 3 others');
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await comment.isVisible()).toBe(true);
      await page.context().close();
    });

    test('the rest of a branch is one link away, without JavaScript, and leads back', async () => {
      const page = await stage().visit({ javaScript: false });
      await page.goto(pages.discussed);
      await page.getByRole('link', { name: '3 more replies to Bogdan' }).click();
      expect(await page.locator('.comment').count()).toBe(3);
      expect(await page.locator('.comment').last().innerText()).toContain('Answer 17, to the first remark.');
      await page.getByRole('link', { name: 'Earlier page' }).click();
      expect(new URL(page.url()).search).toBe('');
      await page.context().close();
    });

    test('JSON-LD is there to be read, and the policy for scripts has nothing against it', async () => {
      const page = await stage().visit();
      await page.goto(pages.discussed);
      const data = await page.locator('script[type="application/ld+json"]').textContent();
      expect(JSON.parse(data ?? '')['@type']).toBe('Article');
      await page.context().close();
    });

    test('pictures of authors are drawn', async () => {
      const page = await stage().visit();
      await page.goto(pages.discussed);
      await page.waitForLoadState('networkidle');
      const images = `[...document.querySelectorAll('img.disc')].filter((image) => image.checkVisibility())`;
      const widths = await page.evaluate<readonly number[]>(`${images}.map((image) => image.naturalWidth)`);
      expect(widths.length).toBeGreaterThan(10);
      expect(widths.slice(0, 3).every((width) => width > 0)).toBe(true);
      await page.context().close();
    });
  },
  options,
);
