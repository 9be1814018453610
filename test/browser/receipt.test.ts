import { expect, test } from '@jest/globals';
import { press } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { post } from '../support/browser-states-receipt.ts';

describeInChromium('the private link of a comment', (stage) => {
  test.each([true, false])('from posting to deleting, on two devices, with JavaScript: %s', async (javaScript) => {
    const author = await stage().visit({ javaScript });
    const link = await post(author);
    expect(await author.locator('.receipt-note').innerText()).toContain(`${stage().site.url}${link}`);
    await author.reload();
    expect(await author.locator('.receipt-note').count()).toBe(0);

    const device = await stage().visit({ javaScript });
    const referrers: (string | undefined)[] = [];
    await device.goto(link);
    device.on('request', (request) => referrers.push(request.headers().referer));
    await device.getByRole('link', { name: 'Change the text…' }).click();
    await device.locator('#body').fill('Said in *other* words.');
    await press(device, 'Save the text');
    expect(await device.locator('.desk-body em').innerText()).toBe('other');
    await device.getByRole('link', { name: 'Delete…' }).click();
    await press(device, 'Delete it');
    expect(await device.locator('main').innerText()).toContain('You deleted it.');
    expect(referrers.length).toBeGreaterThan(3);
    expect(referrers.filter((referrer) => referrer)).toEqual([]);
    await author.reload();
    expect(await author.getByText('Said in').count()).toBe(0);
  });
});
