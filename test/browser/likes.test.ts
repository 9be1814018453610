import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import type { Site } from '../support/browser-site.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { pressLike } from '../support/browser-states-likes.ts';
import { discuss } from '../support/browser-thread.ts';

const prepare = (site: Site): Promise<void> => discuss(site, pages.discussed);
const bogdans = (page: Page) => page.locator('.comment', { has: page.getByRole('heading', { name: 'Bogdan' }) });
const button = (page: Page) => page.getByRole('button', { name: 'Like the comment by Bogdan', exact: true });
const words = (page: Page) => bogdans(page).locator('.like-count');
const pressed = (page: Page, state: boolean) =>
  page.getByRole('button', { name: 'Like the comment by Bogdan', pressed: state }).waitFor();

describeInChromium(
  'liking a comment',
  (stage) => {
    test('without a script: the page comes back at the comment, with the button pressed, and the same takes it back', async () => {
      const page = await stage().visit({ javaScript: false });
      await pressLike(page);
      await pressed(page, true);
      expect(new URL(page.url()).hash).toBe(`#${await bogdans(page).getAttribute('id')}`);
      expect(await bogdans(page).isVisible()).toBe(true);
      expect(await words(page).innerText()).toBe('1 like');
      await button(page).click();
      await pressed(page, false);
      expect(await words(page).innerText()).toBe('');
      await page.context().close();
    });

    test('with a script: in its place, by keyboard, the focus stays, and so does what was typed', async () => {
      const page = await stage().visit();
      await page.goto(pages.discussed);
      await page.getByLabel('Comment').fill('Half a sentence');
      await button(page).focus();
      const before = { url: page.url(), box: await button(page).boundingBox() };
      await page.keyboard.press('Enter');
      await pressed(page, true);
      expect({ url: page.url(), box: await button(page).boundingBox() }).toEqual(before);
      expect(await words(page).innerText()).toBe('1 like');
      await page.keyboard.press('Space');
      await pressed(page, false);
      expect(await words(page).textContent()).toBe('');
      expect(await page.evaluate('document.activeElement.className')).toBe('like');
      expect(await page.getByLabel('Comment').inputValue()).toBe('Half a sentence');
      await page.keyboard.press('Enter');
      await pressed(page, true);
      await page.reload();
      await pressed(page, true);
      await button(page).click();
      await pressed(page, false);
      await page.context().close();
    });

    test('pressed many times while the first is on its way, one is sent', async () => {
      const page = await stage().visit();
      let sent = 0;
      await page.route('**/like', async (route) => {
        sent += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.goto(pages.discussed);
      await button(page).dblclick();
      await button(page).click();
      await pressed(page, true);
      expect(sent).toBe(1);
      await button(page).click();
      await pressed(page, false);
      await page.context().close();
    });

    test('what fails is said beside the button, which stays as it was, and goes when it works again', async () => {
      const page = await stage().visit();
      await page.goto(pages.discussed);
      await page.route('**/like', (route) => route.abort());
      await button(page).click();
      const problem = bogdans(page).getByRole('alert');
      expect(await problem.innerText()).toBe('That could not be sent. Check your connection, then press it again.');
      await pressed(page, false);
      await page.unroute('**/like');
      const sentence = 'Many likes came from your network.';
      await page.route('**/like', (route) => route.fulfill({ status: 429, json: { error: sentence } }));
      await button(page).click();
      await problem.getByText(sentence).waitFor();
      await page.unroute('**/like');
      await button(page).click();
      await pressed(page, true);
      expect(await problem.count()).toBe(0);
      await button(page).click();
      await pressed(page, false);
      await page.context().close();
    });
  },
  { prepare },
);

describeInChromium(
  'liking a comment on a page that was made for everybody',
  (stage) => {
    test('with a script is one press: the first answer brings ticket and cookie', async () => {
      const page = await stage().visit();
      await page.goto(pages.discussed);
      expect(await page.context().cookies()).toEqual([]);
      await button(page).click();
      await pressed(page, true);
      expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['sid']);
      await page.reload();
      await pressed(page, true);
      await button(page).click();
      await pressed(page, false);
      await page.context().close();
    });

    test('without one it is two', async () => {
      const page = await stage().visit({ javaScript: false });
      await pressLike(page);
      await page.getByText('not yet known whose like').waitFor();
      await page.getByRole('button', { name: 'Like this comment' }).click();
      await pressed(page, true);
      expect(new URL(page.url()).hash).toBe(`#${await bogdans(page).getAttribute('id')}`);
      await page.context().close();
    });
  },
  {
    challengeDelivery: 'deferred',
    prepare,
  },
);
