import { expect, test } from '@jest/globals';
import { credentials, describeOnEveryEngine } from '../support/world.ts';

const wrong = { ...credentials, password: 'not the password' };

describeOnEveryEngine('signing in', (world) => {
  let addresses = 0;
  /** Someone at an address of their own, since failures are counted per address. */
  const someone = () => {
    addresses += 1;
    return world().visitor({ 'x-forwarded-for': `198.51.100.${addresses}` });
  };

  test('the right password leads to the queue under a new session id', async () => {
    const mo = someone();
    const page = await mo.open('/sign-in');
    const before = page.headers['set-cookie'];
    const entered = await mo.submit(page, 'form[action="/sign-in"]', credentials);
    expect([entered.status, entered.headers.location]).toEqual([303, '/moderation']);
    expect(entered.headers['cache-control']).toBe('private, no-store');
    expect(String(entered.headers['set-cookie'])).toMatch(/sid=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/);
    expect(String(entered.headers['set-cookie'])).not.toContain(/sid=([^;]+)/.exec(String(before))?.[1] ?? 'none');
    expect((await mo.open('/moderation')).status).toBe(200);
  });

  test('known and unknown addresses get the same answer, and the address typed comes back', async () => {
    const answers: string[] = [];
    for (const email of [credentials.email, 'nobody@example.org']) {
      const mo = someone();
      const refused = await mo.submit(await mo.open('/sign-in'), 'form[action="/sign-in"]', { ...wrong, email });
      expect([refused.status, refused.$('#email').attr('value')]).toEqual([422, email]);
      expect(refused.html).not.toContain(wrong.password);
      expect(refused.$('title').text()).toMatch(/^Error: Sign in · /);
      answers.push(refused.$('[role=alert]').text());
    }
    expect(answers[0]).toBe(answers[1]);
  });

  test('after ten failures an address has to wait, and is told so, while others and a known device get in', async () => {
    const known = someone();
    await known.submit(await known.open('/sign-in'), 'form[action="/sign-in"]', credentials);
    await known.submit(await known.open('/moderation'), 'form[action="/sign-out"]');
    const guesser = someone();
    const page = await guesser.open('/sign-in');
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await guesser.submit(page, 'form[action="/sign-in"]', wrong)).status).toBe(422);
    }
    const locked = await guesser.submit(page, 'form[action="/sign-in"]', credentials);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect(locked.$('[role=alert]').text()).toContain('There were too many attempts. Try again in 15 minutes.');
    const other = someone();
    expect((await other.submit(await other.open('/sign-in'), 'form[action="/sign-in"]', credentials)).status).toBe(303);
    expect((await known.submit(await known.open('/sign-in'), 'form[action="/sign-in"]', credentials)).status).toBe(303);
  });

  test.each(['', 'x'.repeat(5_000), '\u0000'])('odd credentials are refused, not an error', async (odd) => {
    const mo = someone();
    const refused = await mo.submit(await mo.open('/sign-in'), 'form[action="/sign-in"]', {
      email: odd,
      password: odd,
    });
    expect(refused.status).toBe(422);
  });

  test('without any word of where it comes from, the form’s token is needed', async () => {
    const mo = someone();
    await mo.open('/sign-in');
    expect((await mo.post('/sign-in', credentials)).status).toBe(403);
    const stated = world().visitor({ 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '198.51.100.200' });
    expect((await stated.post('/sign-in', credentials)).status).toBe(303);
  });

  test('there is a moderator, so no setup link is given and an invented one opens nothing', async () => {
    const { signIn } = await world().comments.ready;
    expect(await signIn.offerSetup()).toBeNull();
    expect((await world().visitor().open('/setup?token=invented')).status).toBe(404);
  });
});

describeOnEveryEngine(
  'a site under TLS',
  (world) => {
    const overTls = { 'x-forwarded-proto': 'https' };

    test('its cookies are Secure, HttpOnly and tied to the host, and it asks browsers to stay on TLS', async () => {
      const page = await world().visitor(overTls).open('/sign-in');
      expect(String(page.headers['set-cookie'])).toMatch(
        /^__Host-sid=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(page.headers['strict-transport-security']).toContain('max-age=');
    });

    test('a request in plain text is told to the owner, once', async () => {
      for (const path of ['/', '/sign-in']) await world().visitor().open(path);
      expect(world().logged.filter((line) => line.includes('TRUST_PROXY')).length).toBe(1);
    });
  },
  { baseUrl: 'https://news.example.org' },
);
