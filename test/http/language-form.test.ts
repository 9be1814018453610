import { expect, test } from '@jest/globals';
import { wordsFor } from '../../src/captcha/words/index.ts';
import { languages } from '../../src/messages/languages.ts';
import { readSum } from '../../src/testing/index.ts';
import type { Shown } from '../support/browser.ts';
import { article, describeOnEveryEngine } from '../support/world.ts';

describeOnEveryEngine('the form in the language of the reader', (world) => {
  const reading = (tag: string) => world().visitor({ 'accept-language': tag });
  const asWord = ({ html }: Shown, tag: string): string =>
    wordsFor(tag).numbers[Number(readSum(html)?.right)] ?? 'no word';
  const comments = `${article}/comments`;
  const typed = { body: 'Grüße, «мир», سلام', author: 'Ann' };

  test.each(languages)('$name: the sum is asked in it, and answered by a word of it', async ({ tag }) => {
    const reader = reading(tag);
    const page = await reader.open(article);
    const parts = (readSum(page.html)?.question ?? '').split(/ [+−×] | =/u).map((part) => part.trim());
    const words = parts.filter((part) => part !== '' && !/^[\d?]+$/.test(part));
    expect(words.length).toBeGreaterThan(0);
    expect(wordsFor(tag).numbers).toEqual(expect.arrayContaining(words));
    const response = asWord(page, tag);
    expect((await reader.post(comments, { ...page.reply, ...typed, response })).status).toBe(303);
  });

  test.each(['de', 'ar', 'zh'])('%s: an English word is right as well', async (tag) => {
    const reader = reading(tag);
    const page = await reader.open(article);
    const posted = await reader.post(comments, { ...page.reply, ...typed, response: asWord(page, 'en') });
    expect(posted.status).toBe(303);
  });

  test.each([
    ['en', 'de'],
    ['de', 'ar'],
    ['ar', 'en'],
  ])('H9: a sum asked in %s is answered after the language was changed to %s', async (before, after) => {
    const reader = reading(before);
    const page = await reader.open(article);
    await reader.submit(await reader.open('/'), '.language-choice', { language: after });
    const posted = await reader.post(comments, { ...page.reply, ...typed, response: asWord(page, before) });
    expect(posted.status).toBe(303);
  });

  test('H9: a wrong answer after the change is told, and a new sum asked, in the new language', async () => {
    const reader = reading('de');
    const page = await reader.open(article);
    await reader.submit(await reader.open('/'), '.language-choice', { language: 'fr' });
    const response = readSum(page.html)?.wrong ?? '';
    const again = await reader.post(comments, { ...page.reply, ...typed, response });
    expect(again.status).toBe(422);
    expect(again.$('html').attr('lang')).toBe('fr');
    expect(again.$('[role=alert] a[href="#response"]').text()).toBe(
      'Ce n’était pas la bonne réponse. Résolvez le nouveau calcul.',
    );
    const stored = await reader.post(comments, { ...again.reply, response: asWord(again, 'fr') });
    expect(stored.status).toBe(303);
  });

  test('problems are told in it, and all that was typed is kept', async () => {
    const reader = reading('uk');
    const page = await reader.open(article);
    const fields = { body: '«Привіт»\n\n<b>', author: '', email: 'не адреса', website: 'ftp://x', remember: '1' };
    const again = await reader.post(comments, { ...page.reply, ...fields });
    expect(again.status).toBe(422);
    expect(again.$('title').text()).toMatch(/^Помилка: /);
    expect(again.$('#problems-heading').text()).toBe('Є помилки');
    const told = again.$('.summary li').map((_at, item) => again.$(item).text().trim());
    expect(told.get()).toEqual([
      'Введіть ім’я.',
      'Введіть адресу на зразок name@example.org або залиште поле порожнім.',
      'Введіть вебадресу, що починається з https:// або http://, або залиште поле порожнім.',
    ]);
    expect(again.reply).toMatchObject(fields);
  });

  test('numbers in it take the form that its grammar asks for', async () => {
    const reader = reading('ru');
    const page = await reader.open(article);
    const again = await reader.post(comments, { ...page.reply, ...typed, body: 'х'.repeat(10_001) });
    expect(again.$('#body-problem').text()).toMatch(/^Сократите комментарий: не больше 10\s000 символов\.$/u);
    expect(again.reply).toMatchObject({ body: 'х'.repeat(10_001) });
  });
});
