import { beforeEach, expect, test } from '@jest/globals';
import { signIn } from '../support/browser-person.ts';
import { focused, openQueue, queueUp, rowsShown, untilSaid } from '../support/browser-queue.ts';
import { describeInChromium } from '../support/browser-stage.ts';

describeInChromium(
  'the queue by keys',
  (stage) => {
    beforeEach(async () => {
      const page = await stage().visit();
      await openQueue(page);
      await clear(page.keyboard, async () => (await rowsShown(page)).length);
    });

    test('the whole queue is cleared by keys alone, page after page, and the focus is never lost', async () => {
      await queueUp(stage().site, ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']);
      const page = await stage().visit();
      await openQueue(page);
      const keys = page.keyboard;
      await keys.press('j');
      expect(await focused(page)).toBe('Nine');
      const seen: string[] = [];
      for (const key of ['a', 's', 't', 'a', 's', 't', 'a', 's', 't']) {
        seen.push(await focused(page));
        await keys.press(key);
        await page.waitForTimeout(100);
      }
      expect(seen).toEqual(['Nine', 'Eight', 'Seven', 'Six', 'Five', 'Four', 'Three', 'Two', 'One']);
      expect(await focused(page)).toBe('queue-title');
      expect(await page.locator('#cleared').isVisible()).toBe(true);
      expect(await page.locator('.all').isVisible()).toBe(false);
      await page.waitForTimeout(300);
      await page.reload();
      expect(await page.getByText('Nothing waits for you').count()).toBe(1);
    });

    test('j and k go through the rows, the first press of an act only chooses, u brings back where it was', async () => {
      await queueUp(stage().site, ['Carla', 'Bea', 'Ann']);
      const page = await stage().visit();
      await openQueue(page);
      const keys = page.keyboard;
      await keys.press('a');
      expect([await focused(page), await rowsShown(page)]).toEqual(['Ann', ['Ann', 'Bea', 'Carla']]);
      for (const [key, name] of [
        ['j', 'Bea'],
        ['j', 'Carla'],
        ['j', 'Carla'],
        ['k', 'Bea'],
      ] as const) {
        await keys.press(key);
        expect(await focused(page)).toBe(name);
      }
      await keys.press('s');
      await untilSaid(page, '1 comment marked as spam.');
      expect([await focused(page), await rowsShown(page)]).toEqual(['Carla', ['Ann', 'Carla']]);
      await keys.press('t');
      await untilSaid(page, '1 comment moved to the trash.');
      expect([await focused(page), await rowsShown(page)]).toEqual(['Ann', ['Ann']]);
      await keys.press('u');
      await untilSaid(page, 'put back');
      expect([await focused(page), await rowsShown(page)]).toEqual(['Carla', ['Ann', 'Carla']]);
      await keys.press('u');
      await page.locator('.row:visible').nth(2).waitFor();
      expect([await focused(page), await rowsShown(page)]).toEqual(['Bea', ['Ann', 'Bea', 'Carla']]);
      await page.reload();
      expect(await rowsShown(page)).toEqual(['Ann', 'Bea', 'Carla']);
    });

    test('x selects, and what is selected goes at once', async () => {
      await queueUp(stage().site, ['Carla', 'Bea', 'Ann']);
      const page = await stage().visit();
      await openQueue(page);
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      expect(await page.locator('.bulk-count').innerText()).toBe('2 selected');
      await page.getByRole('button', { name: 'Approve: selected replies' }).press('Enter');
      await untilSaid(page, '2 comments approved.');
      expect([await focused(page), await rowsShown(page)]).toEqual(['Carla', ['Carla']]);
      expect(await page.locator('.lanes [data-lane=pending] .count').innerText()).toBe('1');
    });

    test('/ leads to the search, where keys are letters; ? shows the list, which turns them off for good', async () => {
      await queueUp(stage().site, ['Ann']);
      const page = await stage().visit();
      await openQueue(page);
      await page.keyboard.press('/');
      expect(await focused(page)).toBe('q');
      await page.keyboard.type('satj?');
      expect([await page.locator('#q').inputValue(), await rowsShown(page)]).toEqual(['satj?', ['Ann']]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
      await page.getByLabel('These keys are on').uncheck();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await focused(page)).toBe('Search');
      await page.reload();
      await page.getByRole('button', { name: 'Keys' }).waitFor();
      for (const key of ['j', 'a', 'j', 'a', '?']) await page.keyboard.press(key);
      expect([await rowsShown(page), await page.getByRole('dialog').count()]).toEqual([['Ann'], 0]);
      await page.getByRole('button', { name: 'Keys' }).click();
      await page.getByLabel('These keys are on').check();
      await page.getByRole('button', { name: 'Close' }).click();
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('Ann');
    });

    test('u undoes what the page before has told, too', async () => {
      await queueUp(stage().site, ['Bea', 'Ann']);
      const page = await stage().visit();
      await openQueue(page);
      await page.getByText('Decide on all 2 in this lane').click();
      await page.getByRole('button', { name: 'Spam all 2 in this lane' }).click();
      await page.getByText('2 comments marked as spam.').waitFor();
      await page.getByRole('button', { name: 'Keys' }).waitFor();
      await page.keyboard.press('u');
      await page.getByText('2 comments put back where they were.').waitFor();
      expect(await rowsShown(page)).toEqual(['Ann', 'Bea']);
    });

    test('without JavaScript Tab and Enter clear it as well', async () => {
      await queueUp(stage().site, ['Bea', 'Ann']);
      const page = await stage().visit({ javaScript: false });
      await signIn(page);
      expect(await page.getByRole('button', { name: 'Keys' }).count()).toBe(0);
      for (const name of ['Ann', 'Bea']) {
        for (let presses = 0; presses < 60; presses += 1) {
          await page.keyboard.press('Tab');
          const at = await page.evaluate('document.activeElement.ariaLabel');
          if (at === `Trash: reply by ${name}`) break;
        }
        await page.keyboard.press('Enter');
        await page.getByText('1 comment moved to the trash.').waitFor();
      }
      expect(await page.getByText('Nothing waits for you').count()).toBe(1);
    });
  },
  { commentsPerPage: 8 },
);

/** Trashes what an earlier story has left. */
async function clear(keyboard: { press(key: string): Promise<void> }, left: () => Promise<number>): Promise<void> {
  await keyboard.press('j');
  for (let rows = await left(); rows > 0; rows = await left()) await keyboard.press('t');
  await new Promise((resolve) => setTimeout(resolve, 300));
}
