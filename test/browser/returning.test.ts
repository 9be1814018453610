import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pages } from '../support/browser-articles.ts';
import { answerSum, fillIn, press } from '../support/browser-person.ts';
import { describeInChromium, type Stage } from '../support/browser-stage.ts';

const typed = { Comment: 'Written before I went away.', Name: 'Eve' };
const title = 'a page that comes back from the browser’s memory';

for (const challengeDelivery of ['inline', 'deferred'] as const)
  describeInChromium(`${title} (${challengeDelivery})`, stories, { challengeDelivery });

function stories(stage: () => Stage): void {
  test('has one new sum and an empty answer, and keeps the focus and all that is typed', async () => {
    const page = await leftBehind(stage());
    const spent = await ticketOf(page);
    const asked = watchSums(page);
    await comeBack(page, 2);
    await page.waitForFunction(`document.querySelector('[name=challenge]').value !== '${spent}'`);
    expect(asked()).toBe(1);
    expect(await page.evaluate('document.activeElement.id')).toBe('response');
    expect(await page.locator('#response').inputValue()).toBe('');
    expect(await page.locator('#sum-news').innerText()).toMatch(/^Solve this sum: /);
    for (const [label, value] of Object.entries(typed)) expect(await page.getByLabel(label).inputValue()).toBe(value);
    await answerSum(page);
    await press(page, 'Post comment');
    expect(await page.getByText('Waiting for a moderator').count()).toBe(1);
    await page.context().close();
  });

  test.each(['abort', 429] as const)('has its old sum where there is no new one: %s', async (answer) => {
    const page = await leftBehind(stage());
    const kept = await sumOn(page);
    await page.route('**/sum', (route) =>
      answer === 429 ? route.fulfill({ status: answer, body: 'Too many.' }) : route.abort(),
    );
    await Promise.all([page.waitForRequest('**/sum'), comeBack(page)]);
    await page.waitForLoadState('networkidle');
    expect(await sumOn(page)).toEqual(kept);
    await page.context().close();
  });

  test('has no sum beside the ticket that is sent unseen', async () => {
    const page = await leftBehind(stage());
    stage().site.fault = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    await press(page, 'Another sum');
    await page.getByText('Please post once more').waitFor();
    const asked = watchSums(page);
    await comeBack(page);
    await page.getByLabel('Comment').click();
    expect(asked()).toBe(0);
    expect(await page.locator('[name=challenge], [name=response]').count()).toBe(2);
    await page.context().close();
  });

  test('that had none yet still waits for the first touch', async () => {
    const page = await stage().visit();
    await page.goto(pages.quiet);
    await page.evaluate("document.querySelector('#sum').replaceChildren()");
    const asked = watchSums(page);
    await comeBack(page);
    expect(asked()).toBe(0);
    await page.getByLabel('Comment').click();
    await page.locator('#response').waitFor();
    expect(asked()).toBe(1);
    await page.context().close();
  });
}

/** Filled, the sum answered, not yet posted. */
async function leftBehind({ visit }: Stage): Promise<Page> {
  const page = await visit();
  await page.goto(pages.quiet);
  await fillIn(page, typed);
  await page.locator('#response').waitFor();
  await answerSum(page);
  return page;
}

/** Playwright turns that memory off: this is the event that a page gets when it comes back, so many times at once. */
function comeBack(page: Page, times = 1): Promise<unknown> {
  return page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));".repeat(times));
}

const ticketOf = (page: Page) => page.locator('[name=challenge]').getAttribute('value');
const sumOn = async (page: Page) => [await ticketOf(page), await page.locator('#response').inputValue()];

function watchSums(page: Page): () => number {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/sum')) asked += 1;
  });
  return () => asked;
}
