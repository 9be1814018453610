import { expect, test } from '@jest/globals';
import { pages } from '../support/browser-articles.ts';
import { kept, type } from '../support/browser-draft.ts';
import { answerSum, fillIn, press } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium('a draft', (stage) => {
  test('is kept for 30 days, with nine others, up to the length of a comment', async () => {
    const page = await stage().visit();
    await page.goto(pages.quiet);
    await page.evaluate(`for (let at = 1; at <= 12; at += 1)
        localStorage.setItem('leave-a-reply:draft:/x#' + at, JSON.stringify({ text: 'old ' + at, at: Date.now() - at * 1000 }));
        localStorage.setItem('leave-a-reply:draft:/x#broken', '{');
        localStorage.setItem('leave-a-reply:draft:/x#aged', JSON.stringify({ text: 'aged', at: Date.now() - 31 * 86400000 }));
        localStorage.setItem('theirs', '"kept"');`);
    await page.reload();
    const names = () => page.evaluate<string[]>("Object.keys(localStorage).map((name) => name.split('#')[1] ?? name)");
    const ten = Array.from({ length: 10 }, (_each, at) => String(at + 1));
    expect((await names()).toSorted()).toEqual([...ten, 'theirs'].toSorted());
    await type(page, 'The eleventh');
    expect((await names()).toSorted()).toEqual([...ten.slice(0, 9), '', 'theirs'].toSorted());
    // No preview of it is to be had either.
    await page.route('**/preview', (route) => route.abort());
    await fillIn(page, { Comment: 'x'.repeat(10_001) });
    await page.waitForTimeout(500);
    expect(await kept(page)).not.toContainEqual(expect.stringMatching(/^x/));
    await page.context().close();
  });

  test('is not kept where the browser keeps nothing, and the form works all the same', async () => {
    const page = await stage().visit();
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    await page.goto(pages.quiet);
    await fillIn(page, { Comment: 'Kept nowhere', Name: 'Eve' });
    await page.waitForTimeout(400);
    await answerSum(page);
    await press(page, 'Post comment');
    await page.getByText('Waiting for a moderator').waitFor();
    await page.context().close();
  });
});
