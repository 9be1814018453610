import { expect, test } from '@jest/globals';
import { focused, openQueue, queueUp, rowsShown, untilSaid } from '../support/browser-queue.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium('the queue with others in it', (stage) => {
  test('what somebody else decides shows without a reload, and moves no focus', async () => {
    const [, ann = ''] = await queueUp(stage().site, ['Bea', 'Ann']);
    const page = await stage().visit();
    await openQueue(page);
    await page.keyboard.press('j');
    await stage().site.decide('spam', [ann]);
    const row = page.locator(`#row-${ann}`);
    await row.getByText('This was marked as spam by mo@example.org.').waitFor({ timeout: 8_000 });
    expect(await focused(page)).toBe('Ann');
    expect(await row.getByRole('button').count()).toBe(0);
    expect(await row.getByRole('checkbox').isDisabled()).toBe(true);
    expect(await page.locator('.lanes [data-lane=spam] .count').innerText()).toBe('1');
    await page.keyboard.press('a');
    await untilSaid(page, 'Somebody has decided on this one.');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Bea');
  });

  test('when two decide at once the second hears of the first, and may do it all the same', async () => {
    const [id = ''] = await queueUp(stage().site, ['Dora']);
    const page = await stage().visit();
    await page.route('**/moderation/events*', (route) => route.abort());
    await openQueue(page);
    await stage().site.decide('spam', [id]);
    const row = page.locator(`#row-${id}`);
    await row.getByRole('button', { name: 'Approve' }).click();
    await row.getByText('Already otherwise: this was marked as spam by mo@example.org.').waitFor();
    expect(await focused(page)).not.toBe('body');
    await row.getByRole('button', { name: 'Approve all the same' }).click();
    await untilSaid(page, '1 comment approved.');
    expect(await rowsShown(page)).not.toContain('Dora');
    await page.waitForTimeout(300);
    await page.goto('/moderation?status=approved');
    expect(await rowsShown(page)).toContain('Dora');
  });

  test('when no answer comes the row is there again, and says so', async () => {
    await queueUp(stage().site, ['Edda']);
    const page = await stage().visit();
    await openQueue(page);
    const url = `${stage().site.url}/moderation`;
    await page.route(url, (route) => route.abort());
    await page.getByRole('button', { name: 'Trash: reply by Edda' }).click();
    await untilSaid(page, 'No answer came from the site');
    expect(await rowsShown(page)).toContain('Edda');
    expect(await focused(page)).not.toBe('body');
    await page.unroute(url);
    await page.getByRole('button', { name: 'Trash: reply by Edda' }).click();
    await untilSaid(page, '1 comment moved to the trash.');
  });

  test('what comes new is told, with the way to see it', async () => {
    const page = await stage().visit();
    await openQueue(page);
    await page.locator('#queue').waitFor();
    await page.waitForTimeout(2_000);
    await queueUp(stage().site, ['Frida']);
    await page.getByRole('link', { name: 'New replies have come' }).click({ timeout: 8_000 });
    expect(await rowsShown(page)).toContain('Frida');
  });
});
