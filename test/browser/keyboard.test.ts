import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSum } from '../../src/testing/index.ts';
import { pages } from '../support/browser-articles.ts';
import { signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { discuss } from '../support/browser-thread.ts';

const form = ['body', 'author', 'email', 'website', 'remember', 'response', 'Post comment', 'Preview', 'Another sum'];

describeInChromium(
  'with the keyboard alone',
  (stage) => {
    test('the skip link comes first and leads past the masthead', async () => {
      const page = await stage().visit({ javaScript: false });
      await page.goto(pages.discussed);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ name: 'Skip to the text', ring: true });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect((await focused(page)).name).toBe('4 replies');
    });

    test('Tab reaches every field and button of the form in reading order, each with a visible ring', async () => {
      const page = await stage().visit({ javaScript: false });
      await page.goto(pages.discussed);
      const stops = await tabThrough(page);
      const names = stops.map((stop) => stop.name);
      expect(names.slice(names.indexOf('body'), names.indexOf('body') + form.length)).toEqual(form);
      expect(names).toEqual(expect.arrayContaining(['Reply to Carla', 'Sign in']));
      expect(stops.filter((stop) => !stop.ring)).toEqual([]);
    });

    test.each([
      ['without JavaScript', false],
      ['with JavaScript', true],
    ])(
      'a wrong answer leads to the summary, its link to the field, and the reply is posted, %s',
      async (_how, javaScript) => {
        const page = await stage().visit({ javaScript });
        await page.goto(pages.discussed);
        await tabTo(page, 'body');
        await typeForm(page, 'wrong');

        expect((await focused(page)).name).toContain('There is a problem');
        await page.keyboard.press('Tab');
        expect((await focused(page)).name).toContain('not the right answer');
        await page.keyboard.press('Enter');
        expect((await focused(page)).name).toBe('response');

        await page.keyboard.type(readSum(await page.content())?.right ?? '');
        await page.keyboard.press('Enter');
        await page.waitForURL(/#comment-/);
        expect(await page.getByText('Typed, not clicked.').count()).toBe(1);
      },
    );

    test('a moderator selects with Space and decides with Enter', async () => {
      await stage().site.waiting(pages.quiet, { body: 'Loans for all', author: 'Loans' });
      const page = await stage().visit();
      await signIn(page);
      const row = page.getByRole('checkbox', { name: 'Loans' });
      await row.focus();
      await page.keyboard.press('Space');
      await tabTo(page, 'Spam: selected replies', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('1 comment marked as spam.').waitFor();
      expect(await row.count()).toBe(0);
    });
  },
  { prepare: (site) => discuss(site, pages.discussed) },
);

async function typeForm(page: Page, answer: 'right' | 'wrong'): Promise<void> {
  const sum = readSum(await page.content());
  for (const text of ['Typed, not clicked.', 'Ann', 'ann@example.org', '']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.type(sum?.[answer] ?? '');
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

interface Stop {
  readonly name: string;
  /** Whether something shows that the focus is here. */
  readonly ring: boolean;
}

function focused(page: Page): Promise<Stop> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const shown = at.getAttribute('name') && at.localName !== 'button' ? at.name : at.textContent;
    const text = (at.ariaLabel ?? shown).replace(/\\s+/g, ' ').trim();
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return { name: text, ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
  })()`);
}

/** Presses Tab until the page is left, at most a hundred times. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate('document.activeElement === document.body')) return stops;
    stops.push(await focused(page));
    if (presses > 0 && stops.at(-1)?.name === stops[0]?.name) return stops.slice(0, -1);
  }
  throw new Error('Tab does not come to an end on this page');
}

async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)).name === name) return;
  }
  throw new Error(`${key} does not reach ${name}`);
}
