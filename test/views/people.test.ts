import { expect, test } from '@jest/globals';
import { account, people, secondFactor } from './people-samples.ts';
import { moderatorFrame, page } from './render.ts';
import { hostile } from './samples.ts';

test('whatever people call themselves is shown as text', async () => {
  const [ann] = people.people;
  const $ = await page('moderation/people', {
    ...people,
    people: [{ ...ann, name: hostile, email: hostile }],
    invitations: [{ ...people.invitations[0], email: hostile }],
    link: { email: hostile, url: hostile, text: hostile },
    typed: { email: hostile, role: 'owner' },
  });
  expect($('script, img')).toHaveLength(0);
  expect($('.person-name bdi').text()).toBe(hostile);
  expect($('a.secret').attr('href')).toBe(hostile);
  expect([$('#email').attr('value'), $('[name=role]:checked').attr('value')]).toEqual([hostile, 'owner']);
  const own = await page('account/show', {
    ...account,
    name: hostile,
    email: hostile,
    visits: [{ ...account.visits[1], device: hostile }],
  });
  expect(own('script, img')).toHaveLength(0);
  expect(own('#name').attr('value')).toBe(hostile);
});

test('every button says whom it concerns, to those who do not see the row', async () => {
  const $ = await page('moderation/people', people);
  const names = $('.person button')
    .toArray()
    .map((button) => $(button).attr('aria-label'));
  expect(names).toEqual(['Disable: Ann', 'Disable: Bob', 'Withdraw the invitation for ida@example.org']);
});

test('one’s own session has no button, and the last recovery code is told as one', async () => {
  const $ = await page('account/show', account);
  expect(
    $('button[name=visit]')
      .toArray()
      .map((button) => $(button).attr('value')),
  ).toEqual(['v2', 'others']);
  expect($('main').text()).toContain('1 recovery code is left');
  const one = await page('account/show', { ...account, visits: account.visits.slice(0, 1), secondFactor: null });
  expect(one('button[name=visit]')).toHaveLength(0);
  expect(one('main').text()).toContain('Set it up');
});

test('no page of the account gives a password back', async () => {
  for (const view of ['account/second-factor', 'account/second-factor-off']) {
    const $ = await page(view, { ...secondFactor, problems: [{ field: 'current', message: 'No.' }] });
    expect($('#current').attr()).toMatchObject({ type: 'password', value: '', 'aria-invalid': 'true' });
  }
});

test('people are found from the menu by owners alone', async () => {
  const seen = async (role: 'owner' | 'moderator') => {
    const moderator = { email: 'ann@example.org', name: 'Ann', role, pending: 0, erasures: 0 };
    const $ = await page('moderation/people', people, { ...moderatorFrame, moderator });
    return $('.menu a[href="/blog/moderation/people"]').attr('aria-current');
  };
  expect([await seen('owner'), await seen('moderator')]).toEqual(['page', undefined]);
});
