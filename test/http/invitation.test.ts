import { expect, test } from '@jest/globals';
import type { Browser } from '../support/browser.ts';
import { isIn, signedIn } from '../support/signing-in.ts';
import { credentials, describeOnEveryEngine } from '../support/world.ts';

const invite = 'form[action="/moderation/people/invitations"]';
const accept = 'form[action="/invitation"]';
const password = 'four unrelated words here';
const week = 7 * 24 * 3_600_000;

describeOnEveryEngine('invitations', (world) => {
  const inviting = async (email: string, fields = {}) => {
    const mo = await world().moderator();
    const shown = await mo.submit(await mo.open('/moderation/people'), invite, { email, ...fields });
    return { mo, shown, link: shown.$('a.secret').attr('href') ?? '' };
  };
  const accepting = async (guest: Browser, link: string, fields = {}) =>
    guest.submit(await guest.open(link), accept, { password, ...fields });

  test('a link makes one moderator, under the address it was made for', async () => {
    const { mo, shown, link } = await inviting('Ida@Example.org ');
    expect(shown.$('.notice').text()).toContain('shown only now');
    expect((await mo.open('/moderation/people')).html).not.toContain(link);
    const guest = world().visitor();
    for (let opened = 0; opened < 2; opened += 1) expect((await guest.open(link)).html).toContain('ida@example.org');
    const entered = await accepting(guest, link, { name: 'Ida Lindgren', email: 'other@example.org', role: 'owner' });
    expect([entered.status, entered.headers.location]).toEqual([303, '/moderation']);
    const { $ } = await mo.open('/moderation/people');
    expect($('.person:contains("ida@example.org")').text()).toMatch(/Ida Lindgren\s[\s\S]*Moderator/);
    expect($('main').text()).not.toContain('other@example.org');
    expect((await world().visitor().open(link)).status).toBe(404);
    expect(await isIn(await signedIn(world(), { email: 'ida@example.org', password }))).toBe(true);
  });

  test('twenty uses at once make one moderator', async () => {
    const { link } = await inviting('twenty@example.org', { role: 'owner' });
    const guest = world().visitor({ 'sec-fetch-site': 'same-origin' });
    const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
    const uses = Array.from({ length: 20 }, () => guest.post('/invitation', { token, password }));
    expect((await Promise.all(uses)).filter(({ status }) => status === 303)).toHaveLength(1);
  });

  test('what is wrong is said and costs neither the link nor what was typed', async () => {
    const { link } = await inviting('slow@example.org');
    const guest = world().visitor();
    const refused = await accepting(guest, link, { name: 'Slow', password: 'short' });
    expect([refused.status, refused.$('#name').attr('value'), refused.$('#password').attr('value')]).toEqual([
      422,
      'Slow',
      '',
    ]);
    expect(refused.$('#password-problem').text()).toContain('12 characters');
    const long = await accepting(guest, link, { name: 'x'.repeat(101) });
    expect(long.$('#name-problem').text()).toContain('at most 100');
    expect((await accepting(guest, link)).status).toBe(303);
    expect((await guest.open('/account')).$('#name').attr('value')).toBe('slow');
  });

  test('one can be withdrawn, ends after a week, and a later one takes its place', async () => {
    const first = await inviting('late@example.org');
    const second = await inviting('late@example.org');
    expect((await world().visitor().open(first.link)).status).toBe(404);
    expect((await world().visitor().open(second.link)).status).toBe(200);
    const list = await second.mo.open('/moderation/people');
    const form = 'form[action$="/withdraw"]:has([name=id])';
    expect(list.$(`.person:contains("late@example.org") ${form}`)).toHaveLength(1);
    await second.mo.submit(list, `.person:contains("late@example.org") ${form}`);
    expect((await world().visitor().open(second.link)).status).toBe(404);
    const third = await inviting('late@example.org');
    world().clock.now += week;
    expect((await world().visitor().open(third.link)).status).toBe(404);
    expect((await (await world().moderator()).open('/moderation/people')).html).not.toContain('late@example.org');
  });

  test.each([
    ['nonsense', 'Enter an e-mail address'],
    [credentials.email, 'already'],
    ['\u0000@example.org', 'Enter an e-mail address'],
    [`${'x'.repeat(300)}@example.org`, 'Enter an e-mail address'],
  ])('%j cannot be invited, and is told why', async (email, words) => {
    const { shown } = await inviting(email);
    expect([shown.status, shown.$('#email-problem').text()]).toEqual([422, expect.stringContaining(words)]);
    expect(shown.$('a.secret')).toHaveLength(0);
  });

  test('no host that a request names comes back in a link', async () => {
    const mo = await world().moderator();
    const page = await mo.open('/moderation/people');
    const csrf = page.$(`${invite} [name=csrf]`).attr('value') ?? '';
    const { text } = await mo.agent
      .post('/moderation/people/invitations')
      .set({ host: 'evil.example', 'x-forwarded-host': 'evil.example' })
      .type('form')
      .send({ csrf, email: 'host@example.org' });
    expect(text).toContain('/invitation?token=');
    expect(text).not.toContain('evil.example');
  });
});

describeOnEveryEngine(
  'invitations of a site that has said its address',
  (world) => {
    test('are links with it', async () => {
      const mo = await world().moderator();
      const shown = await mo.submit(await mo.open('/moderation/people'), invite, { email: 'far@example.org' });
      expect(shown.$('a.secret').text()).toMatch(/^http:\/\/news\.example\.org\/invitation\?token=[\w-]{43}$/);
    });
  },
  { baseUrl: 'http://news.example.org' },
);
