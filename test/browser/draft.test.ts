import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { commentField as field, inStorage, kept, type } from '../support/browser-draft.ts';
import { answerSum, fillIn, press, until } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { fillSite } from '../support/browser-thread.ts';

const text = '\n Half a *sentence* with https://example.org/%C3%A9\n\nand שלום 𝒜 ';
const restored = 'Your unsent text was restored.';

/** Another page of the same browser, after the first is gone without a word. */
async function crash(page: Page, path: string = pages.quiet): Promise<Page> {
  const next = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await next.goto(path);
  return next;
}

describeInChromium(
  'a draft',
  (stage) => {
    const open = async (path: string = pages.quiet): Promise<Page> => {
      const page = await stage().visit();
      await page.goto(path);
      return page;
    };

    test('comes back after a crash, the text alone, and can be discarded', async () => {
      const first = await open();
      expect(await first.getByText(restored).isVisible()).toBe(false);
      await type(first, text);
      expect(JSON.stringify(await inStorage(first))).not.toMatch(/Eve|eve@/);
      const page = await crash(first);
      expect(await field(page).inputValue()).toBe(text);
      expect(await page.getByLabel('Name').inputValue()).toBe('');
      expect(await page.getByText(restored).isVisible()).toBe(true);
      await press(page, 'Discard it');
      expect([await field(page).inputValue(), await inStorage(page)]).toEqual(['', {}]);
      expect(await page.getByText(restored).isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.id')).toBe('body');
      await page.reload();
      expect(await field(page).inputValue()).toBe('');
      await page.context().close();
    });

    test('stays after an error and a preview, and goes with success', async () => {
      const page = await open();
      await type(page, text);
      await answerSum(page, 'wrong');
      await press(page, 'Post comment');
      await page.getByRole('alert').waitFor();
      expect(await kept(page)).toEqual([text]);
      await press(page, 'Preview');
      await until(page, "document.title.startsWith('Preview')");
      expect(await kept(page)).toEqual([text]);
      await answerSum(page);
      await press(page, 'Post comment');
      await page.getByText('Waiting for a moderator').waitFor();
      expect([await field(page).inputValue(), await inStorage(page)]).toEqual(['', {}]);
      await page.context().close();
    });

    test('whose post never arrived is still there, at another comment too', async () => {
      const page = await open(pages.discussed);
      await type(page, text);
      await answerSum(page);
      await page.route('**/comments', (route) => route.abort());
      await press(page, 'Post comment').catch(() => {});
      await page.waitForTimeout(200);
      await page.goto(`${pages.discussed}`);
      const other = await page.locator('.comment').first().getAttribute('id');
      await page.goto(`${pages.discussed}?again#${other}`);
      expect([await kept(page), await field(page).inputValue()]).toEqual([[text], text]);
      await page.context().close();
    });

    test('that was never sent stays, where it repeats a comment that is shown', async () => {
      const page = await open(pages.discussed);
      const bogdans = page.locator('.comment', { hasText: 'Each of them has the year' });
      await type(page, `Quoted: ${await bogdans.locator('.comment-body').innerText()}`);
      await page.goto(`${pages.discussed}?again#${await bogdans.getAttribute('id')}`);
      expect(await field(page).inputValue()).toMatch(/^Quoted: Each of them/);
      await page.context().close();
    });

    test('belongs to one article and one comment that is answered', async () => {
      const page = await open(pages.discussed);
      await type(page, 'To the article');
      await page.getByRole('link', { name: 'Reply to Bogdan', exact: true }).click();
      expect(await field(page).inputValue()).toBe('');
      await type(page, 'To Bogdan');
      await page.goto(pages.quiet);
      expect(await field(page).inputValue()).toBe('');
      await page.goto(pages.discussed);
      expect(await field(page).inputValue()).toBe('To the article');
      await page.getByRole('link', { name: 'Reply to Bogdan', exact: true }).click();
      expect(await field(page).inputValue()).toBe('To Bogdan');
      await answerSum(page);
      await fillIn(page, { Name: 'Eve' });
      await press(page, 'Post comment');
      await page.getByText('Waiting for a moderator').waitFor();
      expect(await kept(page)).toEqual(['To the article']);
      await page.context().close();
    });

    test('of another tab survives the post of this one', async () => {
      const page = await open();
      const other = await page.context().newPage();
      await other.goto(pages.quiet);
      await type(other, 'Written in the other tab');
      await type(page, 'Written in this tab');
      await answerSum(page);
      await press(page, 'Post comment');
      await page.getByText('Waiting for a moderator').waitFor();
      await until(page, 'localStorage.length === 1');
      expect(await kept(page)).toEqual(['Written in the other tab']);
      await page.context().close();
    });
  },
  { prepare: fillSite },
);
