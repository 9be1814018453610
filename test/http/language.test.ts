import { expect, test } from '@jest/globals';
import { languages } from '../../src/messages/languages.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine(
  'the language of a page',
  (world) => {
    const languageOf = async (accepted: string | undefined, cookie?: string): Promise<string | undefined> => {
      const headers = { ...(accepted !== undefined && { 'accept-language': accepted }), ...(cookie && { cookie }) };
      return (await world().visitor(headers).open('/')).$('html').attr('lang');
    };

    test.each([
      ['de', 'de'],
      ['pt-BR', 'pt'],
      ['zh-TW', 'zh'],
      ['zh-Hant-HK', 'zh'],
      ['FR-ca', 'fr'],
      ['fr;q=0.1, de', 'de'],
      ['fr;q=0.1,de;q=0.2,en;q=0.15', 'de'],
      ['de;q=0, fr', 'fr'],
      ['tlh, uk;q=0.3', 'uk'],
      ['en-US,en;q=0.9,tr;q=0.8', 'en'],
    ])('Accept-Language: %s is answered in %s', async (accepted, expected) =>
      expect(await languageOf(accepted)).toBe(expected),
    );

    test('an article is marked with its own language, or with that of the site', async () => {
      const reader = world().visitor({ 'accept-language': 'uk' });
      const langs = async (slug: string) => {
        const { $ } = await reader.open(`/articles/${slug}`);
        return [$('html'), $('h1'), $('article .prose')].map((element) => element.first().attr('lang'));
      };
      expect(await langs('open-letter')).toEqual(['uk', 'it', 'it']);
      expect(await langs('russian-letter')).toEqual(['uk', 'ru', 'ru']);
    });

    test.each([
      undefined,
      '',
      '*',
      'tlh',
      'tlh, *;q=0.5',
      'de;q=0',
      ';;;,,,==',
      '../../etc/passwd',
      'e'.repeat(10_000),
      'xx-'.repeat(3_300),
      `${'tlh,'.repeat(2_500)}de`,
    ])('a wish that is none of ours is answered in the language of the site (case %#)', async (accepted) => {
      expect(await languageOf(accepted)).toBe('it');
    });

    test.each(languages)('$name says which language it is, and its direction', async ({ tag, direction }) => {
      const page = await world().visitor({ 'accept-language': tag }).open('/');
      expect(page.$('html').attr('lang')).toBe(tag);
      expect(page.$('html').attr('dir') ?? 'ltr').toBe(direction);
      expect(page.headers['content-language']).toBe(tag);
      expect(page.headers.vary).toMatch(/Accept-Language, Cookie/);
      expect(page.$('#language option').length).toBe(languages.length);
      expect(page.$('#language option[selected]').attr('value')).toBe(tag);
    });

    test('the choice of the cookie goes before the wish of the browser', async () => {
      expect(await languageOf('fr', 'language=de')).toBe('de');
    });

    test.each(['tlh', 'DE', '', '../de', '%00', '__proto__'])('the cookie %j chooses nothing', async (tag) =>
      expect(await languageOf('fr', `language=${tag}`)).toBe('fr'),
    );

    test('an address without a page is told so in the language of the reader, to programs too', async () => {
      const reader = world().visitor({ 'accept-language': 'de' });
      const page = await reader.open('/nowhere');
      expect(page.status).toBe(404);
      expect(page.$('html').attr('lang')).toBe('de');
      expect(page.$('h1').text()).toBe('Seite nicht gefunden');
      expect((await reader.open('/articles/nowhere')).$('.lead').text()).toBe(
        'Unter dieser Adresse gibt es keinen Artikel.',
      );
      const json = await reader.agent.get('/articles/nowhere').set('accept', 'application/json');
      expect(json.body).toEqual({ error: 'Unter dieser Adresse gibt es keinen Artikel.' });
    });

    test('what the site says of an article it says in its language, the article itself keeps its own', async () => {
      const page = await world().visitor({ 'accept-language': 'ar' }).open(article);
      expect(page.$('#replies-heading').text()).toBe('التعليقات');
      expect(page.$('article h1 bdi').text()).toBe('An open letter');
      expect(page.$('article .prose').attr('dir')).toBe('auto');
    });
  },
  { language: 'it' },
);
