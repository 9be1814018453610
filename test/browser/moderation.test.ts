import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { press, signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium('moderating many at once', (stage) => {
  const advertise = async (): Promise<void> => {
    for (const author of ['Watches', 'Loans', 'Kept'])
      await stage().site.waiting(pages.quiet, { body: `${author} here`, author });
  };

  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])('the selected replies are marked as spam, the others stay, %s', async (_how, javaScript) => {
    await advertise();
    const page = await stage().visit({ javaScript });
    await signIn(page);
    const kept = await laneCount(page, 'Pending');
    const spam = await laneCount(page, 'Spam');
    await page.getByRole('checkbox', { name: 'Watches' }).check();
    await page.getByRole('checkbox', { name: 'Loans' }).check();
    if (javaScript) expect(await page.locator('.bulk-count').innerText()).toBe('2 selected');
    await press(page, 'Spam: selected replies');
    expect(await page.getByText('2 comments marked as spam.').count()).toBe(1);
    expect(await page.getByRole('checkbox', { name: 'Watches' }).count()).toBe(0);
    expect(await laneCount(page, 'Pending')).toBe(kept - 2);
    expect(await laneCount(page, 'Spam')).toBe(spam + 2);
  });

  test('"Select all" selects every row and shows that some are selected', async () => {
    await advertise();
    const page = await stage().visit();
    await signIn(page);
    const all = page.getByLabel('Select all');
    const rows = page.locator('input[name=ids][type=checkbox]');
    await rows.first().check();
    expect(await all.evaluate((box) => (box as unknown as { indeterminate: boolean }).indeterminate)).toBe(true);
    await all.check();
    expect(await page.locator('input[name=ids]:checked').count()).toBe(await rows.count());
    await all.uncheck();
    expect(await page.locator('input[name=ids]:checked').count()).toBe(0);
  });

  test('with nothing selected the button changes nothing and says what to do', async () => {
    await advertise();
    const page = await stage().visit({ javaScript: false });
    await signIn(page);
    await press(page, 'Trash: selected replies');
    expect(await page.getByText('Choose at least one comment').count()).toBe(1);
    await page.goto('/moderation');
    expect(await laneCount(page, 'Trash')).toBe(0);
  });
});

async function laneCount(page: Page, lane: string): Promise<number> {
  return Number(
    await page
      .getByRole('navigation', { name: 'Lanes' })
      .getByRole('link', { name: lane })
      .locator('.count')
      .innerText(),
  );
}
