import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerSum, fillIn, press, signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

const title = 'Four meetings in four days: the diplomatic calendar of the week';
const typed = {
  Comment: '\n  A first line,\n\nand "quotes" & <b>bold</b> further down. ',
  Name: 'Ann <Ö>',
  'E-mail': 'ann@example.org',
  'Website (optional)': 'https://ann.example/?a=1&b=2',
};

describeInChromium('the main job', (stage) => {
  test.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])('from reading to a public reply, %s', async (_how, javaScript) => {
    const ann = await stage().visit({ javaScript });
    await openFromList(ann);
    await fillIn(ann, typed);
    await ann.getByLabel('Remember me on this device').check();
    await answerSum(ann, 'wrong');
    await press(ann, 'Post comment');

    expect(await ann.getByRole('alert').innerText()).toContain('not the right answer');
    expect(await ann.title()).toMatch(/^Error: /);
    expect(await ann.locator('#response').inputValue()).toBe('');
    expect(await ann.getByLabel('Remember me on this device').isChecked()).toBe(true);
    for (const [label, value] of Object.entries(typed)) expect(await ann.getByLabel(label).inputValue()).toBe(value);

    const mine = `A reply of somebody ${javaScript ? 'with' : 'without'} scripts.`;
    await fillIn(ann, { Comment: mine });
    await answerSum(ann);
    await press(ann, 'Post comment');
    expect(new URL(ann.url()).hash).toMatch(/^#comment-/);
    expect(await replyOf(ann, mine).innerText()).toContain('Waiting for a moderator. Only you can see it.');

    const carla = await stage().visit({ javaScript });
    await openFromList(carla);
    expect(await replyOf(carla, mine).count()).toBe(0);

    const mo = await stage().visit({ javaScript });
    await signIn(mo);
    const row = mo.getByRole('listitem').filter({ hasText: mine });
    expect(await row.innerText()).toContain(title);
    await row.getByRole('button', { name: 'Approve' }).click();
    expect(await mo.getByRole('status').first().innerText()).toBe('1 comment approved.');
    expect(await row.count()).toBe(0);

    await carla.reload();
    expect(await replyOf(carla, mine).innerText()).toContain('Ann <Ö>');
    expect(await carla.getByText('Waiting for a moderator').count()).toBe(0);

    await press(mo, 'Sign out');
    await mo.goto('/moderation');
    expect(new URL(mo.url()).pathname).toBe('/sign-in');
  });

  test('"Another sum" keeps what is typed, and a reply lands below the one it answers', async () => {
    const first = await stage().site.waiting('/articles/how-the-sum-works', { body: 'Why twenty?', author: 'Dilek' });
    await stage().site.decide('approve', [first]);
    const bob = await stage().visit({ javaScript: false });
    await bob.goto('/articles/how-the-sum-works');
    await bob.getByRole('link', { name: 'Reply to Dilek' }).click();
    await fillIn(bob, { Comment: 'Fingers and toes.', Name: 'Bob' });
    await press(bob, 'Another sum');
    expect(await bob.getByRole('alert').count()).toBe(0);
    await answerSum(bob);
    await press(bob, 'Post comment');
    expect(await replyOf(bob, 'Fingers and toes.').innerText()).toContain('in reply to Dilek');
  });
});

async function openFromList(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: title }).click();
}

const replyOf = (page: Page, text: string) => page.locator('.comment').filter({ hasText: text });
