import { expect, test } from '@jest/globals';
import type { Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('the choice of a language', (world) => {
  const cookieOf = ({ headers }: Shown): string => String(headers['set-cookie'] ?? '');

  test('at the foot of a page is kept, and leads back to the same page', async () => {
    const reader = world().visitor();
    const path = `${article}?sort=newest&page=1`;
    const chosen = await reader.submit(await reader.open(path), '.language-choice', { language: 'de' });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.location).toBe(path);
    expect(cookieOf(chosen)).toMatch(/^language=de; Max-Age=31536000; Path=\/; .*HttpOnly; SameSite=Lax$/);
    const page = await reader.open(path);
    expect(page.$('html').attr('lang')).toBe('de');
    expect(page.$('#reply-heading').text()).toBe('Kommentar schreiben');
    const back = await reader.submit(page, '.language-choice', { language: 'en' });
    expect((await reader.open(back.headers.location ?? '')).$('html').attr('lang')).toBe('en');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'articles/open-letter',
    '../',
    '',
    '/a\r\nset-cookie: a=b',
    '/a\n',
    '/\t/evil.example',
    '/ü',
  ])('leads home instead of to %j', async (back) => {
    const chosen = await world().visitor().post('/language', { language: 'de', back });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.location).toBe('/');
    expect(cookieOf(chosen)).toContain('language=de');
  });

  test.each([
    ['several', { language: 'de', back: ['//evil.example', '/'] }],
    ['none', { language: 'de' }],
  ])('with %s ways back leads home', async (_name, fields) =>
    expect(
      (
        await world()
          .visitor()
          .post('/language', fields as never)
      ).headers.location,
    ).toBe('/'),
  );

  test.each(['tlh', 'DE', '', 'de; Domain=example.org', '__proto__', 'x'.repeat(5_000)])(
    'of a language we do not have changes nothing (case %#)',
    async (language) => {
      const reader = world().visitor({ 'accept-language': 'fr' });
      const chosen = await reader.post('/language', { language, back: '/' });
      expect(chosen.status).toBe(303);
      expect(cookieOf(chosen)).not.toContain('language');
      expect((await reader.open('/')).$('html').attr('lang')).toBe('fr');
    },
  );

  test.each([{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])(
    'is not made by a page of another site: %j',
    async (headers) => {
      const chosen = await world().visitor(headers).post('/language', { language: 'de', back: '/' });
      expect(chosen.status).toBe(403);
      expect(cookieOf(chosen)).not.toContain('language');
    },
  );

  test('is not offered where there is no address to come back to', async () => {
    const reader = world().visitor();
    const again = await reader.post(`${article}/comments`, { ...(await reader.open(article)).reply, body: '' });
    expect(again.status).toBe(422);
    expect(again.$('.language-choice').length).toBe(0);
  });
});
