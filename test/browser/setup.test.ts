import { expect, test } from '@jest/globals';
import { fillIn, press, signIn } from '../support/browser-person.ts';
import { describeInChromium } from '../support/browser-stage.ts';

const first = { email: 'first@example.org', password: 'four unrelated words here' };

describeInChromium(
  'a new site',
  (stage) => {
    test('the link of the first start makes one moderator, who can then sign in', async () => {
      const { setupUrl } = stage().site;
      const page = await stage().visit({ javaScript: false });
      await page.goto(setupUrl ?? '');
      await fillIn(page, { 'E-mail': first.email, Password: 'too short' });
      await press(page, 'Create moderator');
      expect(await page.getByRole('alert').innerText()).toContain('12 characters');
      expect(await page.getByLabel('E-mail').inputValue()).toBe(first.email);
      expect(await page.getByLabel('Password').inputValue()).toBe('');

      await fillIn(page, { Password: first.password });
      await press(page, 'Create moderator');
      expect(new URL(page.url()).pathname).toBe('/moderation');

      const stranger = await stage().visit();
      expect((await stranger.goto(setupUrl ?? ''))?.status()).toBe(404);
      await signIn(stranger, first);
      expect(new URL(stranger.url()).pathname).toBe('/moderation');
      expect(await stranger.getByText('Nothing waits for you.').count()).toBe(1);
    });
  },
  { moderator: false },
);
