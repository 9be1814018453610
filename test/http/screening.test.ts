import { expect, test } from '@jest/globals';
import { readSum } from '../../src/testing/index.ts';
import { article, describeOnEveryEngine, idOf, writeReply } from '../support/world.ts';

describeOnEveryEngine(
  'a site that publishes what nothing speaks against',
  (world) => {
    test.each([
      ['two links', { body: 'https://a.example https://b.example' }, '2 links'],
      ['a filled honeypot', { subject: 'by a password manager' }, 'A field that nobody sees was filled'],
      ['an address for a name', { author: 'clocks.example' }, 'The name is a web address'],
      ['a word of the blocklist', { body: 'Cheap WATCHES here' }, 'On the blocklist: watches'],
    ])('%s is held with the reason, never lost', async (_what, fields, reason) => {
      const posted = await writeReply(world().visitor(), fields);
      expect(posted.status).toBe(303);
      expect((await world().visitor().open(article)).$(`#comment-${idOf(posted)}`).length).toBe(0);
      const row = (await (await world().moderator()).open('/moderation')).$(`#row-${idOf(posted)}`);
      expect(row.text()).toContain(reason);
    });

    test('a comment with none of it is public at once', async () => {
      const posted = await writeReply(world().visitor(), { body: 'One source: https://a.example' });
      expect((await world().visitor().open(article)).$(`#comment-${idOf(posted)}`).length).toBe(1);
    });

    test('H12: the honeypot is out of the way of people: labelled, not spoken, not in the order of tabs', async () => {
      const { $ } = await world().visitor().open(article);
      const field = $('[name=subject]');
      expect($('label[for=subject]').text()).toBe('Leave this empty');
      expect([field.attr('tabindex'), field.attr('autocomplete'), field.attr('value')]).toEqual(['-1', 'off', '']);
      expect(field.closest('[aria-hidden=true]').length).toBe(1);
    });
  },
  { firstComment: 'publish', blocklist: ['watches'] },
);

describeOnEveryEngine(
  'an article in another language than the site',
  (world) => {
    const russian = '/articles/russian-letter';

    test('asks its sum in that language, and holds nothing for its letters', async () => {
      const ann = world().visitor();
      const page = await ann.open(russian);
      expect([page.$('label[for=response]').attr('lang'), page.$('.prose').attr('lang')]).toEqual(['ru', 'ru']);
      expect(readSum(page.html)?.question).toMatch(/\p{Script=Cyrillic}/u);
      const posted = await ann.post(`${russian}/comments`, {
        ...page.reply,
        body: 'Это сообщение на русском языке',
        author: 'Аня',
      });
      expect((await world().visitor().open(russian)).$(`#comment-${idOf(posted)}`).length).toBe(1);
    });
  },
  { firstComment: 'publish' },
);

describeOnEveryEngine(
  'a site in German',
  (world) => {
    test('page and sum are German, and German words, English ones and digits are taken', async () => {
      const ann = world().visitor();
      const words =
        'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn'.split(' ');
      words.push('sechzehn', 'siebzehn', 'achtzehn', 'neunzehn', 'zwanzig');
      const page = await ann.open(article);
      // In the page's own language the sum needs no mark.
      expect([page.$('html').attr('lang'), page.$('label[for=response]').attr('lang')]).toEqual(['de', undefined]);
      const sum = readSum(page.html);
      expect(sum?.question).toMatch(/\p{L}/u);
      const posted = await ann.submit(page, 'form[action$="/comments"]', {
        body: 'Auf Deutsch gerechnet',
        author: 'Ann',
        response: words[Number(sum?.right)] ?? '',
      });
      expect(posted.status).toBe(303);
    });
  },
  { language: 'de' },
);
