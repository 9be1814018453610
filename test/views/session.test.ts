import { expect, test } from '@jest/globals';
import type { CredentialsView } from '../../src/http/view.ts';
import { page } from './render.ts';
import { credentials, hostile } from './samples.ts';

test('sign-in asks for address and password in words a password manager knows', async () => {
  const $ = await page('session/sign-in', credentials);
  expect($('main form').attr()).toMatchObject({ method: 'post', action: '/blog/sign-in' });
  expect($('#email').attr()).toMatchObject({ name: 'email', autocomplete: 'username', value: 'ann@example.org' });
  expect($('#password').attr()).toMatchObject({ name: 'password', type: 'password', autocomplete: 'current-password' });
  expect($('[name="token"], [name="response"]')).toHaveLength(0);
});

test('setup sends its one-time token back and says what makes a password', async () => {
  const $ = await page('session/setup', { ...credentials, action: '/blog/setup' });
  expect($('[name="token"]').attr('value')).toBe('setup-token');
  expect($('#password').attr('autocomplete')).toBe('new-password');
  expect($(`#${$('#password').attr('aria-describedby')}`).text()).toMatch(/12 characters/);
});

test.each(['session/sign-in', 'session/setup'])(
  '%s says what is wrong, keeps the address and never a password',
  async (view) => {
    const problems: CredentialsView['problems'] = [{ field: 'password', message: `Mend ${hostile}` }];
    const $ = await page(view, { ...credentials, email: hostile, problems });
    expect($('[role="alert"] a[href="#password"]').text()).toBe(`Mend ${hostile}`);
    expect($('#password').attr()).toMatchObject({ 'aria-invalid': 'true', value: '' });
    expect($('#password').attr('aria-describedby')?.split(' ')[0]).toBe('password-problem');
    expect($('#email').attr()).toMatchObject({ value: hostile });
    expect($('#email').is('[aria-invalid]')).toBe(false);
  },
);
