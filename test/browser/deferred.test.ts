import { expect, test } from '@jest/globals';
import { pages } from '../support/browser-articles.ts';
import { violationsOn } from '../support/browser-audit.ts';
import { answerSum, fillIn, press } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

const typed = { Comment: 'Written before any sum was there.', Name: 'Eve' };

describeInChromium(
  'a sum that is fetched when it is needed',
  (stage) => {
    test('comes at the first touch, is said to screen readers, and moves neither focus nor text', async () => {
      const page = await stage().visit();
      await page.goto(pages.quiet);
      expect([await page.locator('#response').count(), await page.context().cookies()]).toEqual([0, []]);
      expect(await violationsOn(page)).toEqual([]);
      await fillIn(page, { Comment: typed.Comment });
      await page.locator('#response').waitFor();
      expect(await page.locator('#sum-news').innerText()).toMatch(/^Solve this sum: \S+ (plus|minus) \S+$/);
      expect(await page.evaluate('document.activeElement.id')).toBe('body');
      expect(await page.getByLabel('Comment').inputValue()).toBe(typed.Comment);
      for (const button of ['Another sum', 'I can’t do sums: send it to a moderator'])
        expect(await page.getByRole('button', { name: button }).isVisible()).toBe(true);
      expect(await violationsOn(page)).toEqual([]);
      await page.locator('#response').focus();
      for (const next of ['Post comment', 'Preview', 'Another sum', 'I can’t do sums: send it to a moderator']) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate('document.activeElement.textContent')).toBe(next);
      }
      await fillIn(page, typed);
      await answerSum(page);
      await press(page, 'Post comment');
      expect(await page.getByText('Waiting for a moderator').count()).toBe(1);
      await page.context().close();
    });

    test.each([
      ['no script runs', false, null],
      ['the fetch fails', true, 'abort'],
      ['too many were asked for', true, 429],
    ] as const)('where %s, posting asks one more step', async (_why, javaScript, answer) => {
      const page = await stage().visit({ javaScript });
      let asked = 0;
      await page.route('**/sum', (route) => {
        asked += 1;
        return answer === 429 ? route.fulfill({ status: answer }) : route.abort();
      });
      await page.goto(pages.quiet);
      await fillIn(page, typed);
      await page.getByLabel('Comment').pressSequentially(' ');
      await fillIn(page, typed);
      expect(asked).toBe(javaScript ? 1 : 0);
      expect(await page.locator('#response').count()).toBe(0);
      expect(await page.locator('#sum-news').innerText()).toBe('');
      expect(await page.getByRole('button', { name: 'Another sum' }).isVisible()).toBe(false);
      await press(page, 'Post comment');
      expect(await page.getByText('One more step').count()).toBe(1);
      expect(await page.getByLabel('Comment').inputValue()).toBe(typed.Comment);
      await fillIn(page, { Comment: `${typed.Comment} ${_why}` });
      await answerSum(page);
      await press(page, 'Post comment');
      expect(await page.getByText('Waiting for a moderator').count()).toBe(1);
      await page.context().close();
    });

    test('posting while it is on its way asks one more step, whose sum then counts', async () => {
      const page = await stage().visit();
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/sum', async (route) => {
        await held;
        await route.abort();
      });
      await page.goto(pages.quiet);
      await fillIn(page, { ...typed, Comment: 'Posted at once.' });
      await press(page, 'Post comment');
      expect(await page.getByText('One more step').count()).toBe(1);
      release();
      await answerSum(page);
      await press(page, 'Post comment');
      expect(await page.getByText('Waiting for a moderator').count()).toBe(1);
      await page.context().close();
    });

    test('touched many times at once, it is fetched once', async () => {
      const page = await stage().visit();
      let asked = 0;
      await page.route('**/sum', async (route) => {
        asked += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.goto(pages.quiet);
      for (const label of ['Comment', 'Name', 'E-mail']) await page.getByLabel(label).first().click();
      await page.locator('#response').waitFor();
      await page.getByLabel('Comment').click();
      expect(asked).toBe(1);
      await page.context().close();
    });
  },
  { challengeDelivery: 'deferred' },
);
