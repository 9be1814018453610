import { expect, test } from '@jest/globals';
import { pages } from '../support/browser-articles.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium(
  'previews while one types, on a site that grants two a minute',
  (stage) => {
    test('stop when the site says so, are not asked for again meanwhile, and the text stays', async () => {
      const page = await stage().visit();
      const answers: number[] = [];
      page.on('response', (answer) => void (answer.url().endsWith('/preview') && answers.push(answer.status())));
      await page.goto(pages.quiet);
      const field = page.getByLabel('Comment');
      for (const words of ['one ', 'two ', 'three ']) {
        const answered = page.waitForResponse((answer) => answer.url().endsWith('/preview'));
        await field.pressSequentially(words);
        await answered;
      }
      await page.locator('#preview').waitFor({ state: 'detached' });
      await field.pressSequentially('four');
      // Longer than the script waits after a key.
      await page.waitForTimeout(700);
      expect(answers).toEqual([200, 200, 429]);
      expect(await field.inputValue()).toBe('one two three four');
      await page.context().close();
    });
  },
  { limits: { 'previews-network': { points: 2, seconds: 60 } } },
);
