import { expect, test } from '@jest/globals';
import { press } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';
import { follow, wantEach, write } from '../support/browser-states-mail.ts';
import { grace, linkTo } from '../support/mail-world.ts';

describeInChromium(
  'following by mail',
  (stage) => {
    test.each([true, false])('from the tick to the end, with JavaScript: %s', async (javaScript) => {
      const { site } = stage();
      const moderator = await stage().visit({ javaScript });
      await wantEach(moderator);
      const author = await stage().visit({ javaScript });
      await write(author, `eve-${javaScript}@example.org`);
      const mails = await site.mails();
      await author.goto(linkTo(mails, '/mail/confirm'));
      await press(author, 'Yes, send them');

      const reader = await stage().visit({ javaScript });
      await reader.goto(linkTo(mails, '/mail/decide'));
      await press(reader, 'Approve it');
      expect(await reader.locator('h1').innerText()).toBe('That is settled');
      site.clock.now += grace;
      const approved = (await site.mails()).find(({ mail }) => mail.subject?.endsWith('is published'));
      expect(approved?.to).toEqual([`eve-${javaScript}@example.org`]);
      await author.goto(linkTo(approved ? [approved] : [], '/articles/'));
      expect(await author.locator(':target').innerText()).toContain('hear what others think');
      await author.goto(linkTo(approved ? [approved] : [], '/mail/stop'));
      await press(author, 'Stop these mails');
      expect(await author.locator('main').innerText()).toContain('No more of these mails will be sent.');
    });

    test.each([true, false])('a whole article, by its own form, with JavaScript: %s', async (javaScript) => {
      const { site } = stage();
      const email = `fay-${javaScript}@example.org`;
      const mailsToFay = async () => (await site.mails()).filter(({ to }) => to.includes(email));
      const reader = await stage().visit({ javaScript });
      await follow(reader, email);
      expect(await reader.locator('main').innerText()).toContain(email);
      await reader.goto(linkTo(await mailsToFay(), '/mail/confirm'));
      await press(reader, 'Yes, send them');
      expect(await reader.locator('h1').innerText()).toBe('That is settled');
      await reader.goto(linkTo(await mailsToFay(), '/mail/stop'));
      await press(reader, 'Never write to this address again');
      await follow(reader, email);
      expect(await mailsToFay()).toHaveLength(1);
    });
  },
  { mail: true },
);
