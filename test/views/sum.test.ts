import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { load } from 'cheerio';
import ejs from 'ejs';
import type { ReplyFormView } from '../../src/http/form-view.ts';
import { translatorFor } from '../../src/messages/translator.ts';
import { form } from './form-sample.ts';
import { html, page, words } from './render.ts';
import { article } from './samples.ts';

const showing = (changed: Partial<ReplyFormView>) =>
  page('articles/show', { ...article, form: { ...form, ...changed } });

const sumOf = (tokens: NonNullable<ReplyFormView['sum']>['tokens'], language = 'en') => ({
  id: 'id',
  tokens,
  language,
});

test('the sum is the whole text of its label, signs for eyes and words for ears', async () => {
  const sent = await html('articles/show', article);
  expect(sent).toContain(
    '<label for="response">four <span aria-hidden="true">−</span><span class="visually-hidden"> minus </span> 4 =</label>',
  );
});

test('the sum shows a blank as "?" and speaks it as a word', async () => {
  const tokens = [{ kind: 'number', text: '7' }, { kind: 'blank', word: 'what <number>' }, { kind: 'equals' }] as const;
  const label = (await showing({ sum: sumOf(tokens) }))('label[for="response"]');
  expect(label.find('[aria-hidden="true"]').text()).toBe('?');
  expect(label.find('.visually-hidden').text().trim()).toBe('what <number>');
});

test('the sum names its language where it is not that of the page', async () => {
  const tokens = [{ kind: 'number', text: 'null' }, { kind: 'equals' }] as const;
  expect((await showing({ sum: sumOf(tokens, 'de') }))('label[for="response"]').attr('lang')).toBe('de');
  expect((await showing({ sum: sumOf(tokens) }))('label[for="response"]').attr('lang')).toBeUndefined();
});

test('the sum takes words too, and no browser fills it or its id from memory', async () => {
  const $ = await showing({});
  const { pattern, ...wiring } = $('#response').attr() ?? {};
  expect(pattern).toBeUndefined();
  expect(wiring).toMatchObject({ type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: '64' });
  expect($('[name="challenge"]').is('[type="hidden"][autocomplete="off"][value="challenge-id"]')).toBe(true);
  expect($(`#${$('#response').attr('aria-describedby')}`).text()).toMatch(/number or a word/);
});

test('the sum can be changed for another without a filled form, and Enter still posts', async () => {
  const $ = await showing({});
  expect($('[name="another"]').is('[type="submit"][value="1"][formnovalidate]')).toBe(true);
  expect($('#reply form [type="submit"]').first().text()).toBe('Post comment');
});

test('the sum is left out until it was asked for', async () => {
  const $ = await showing({ sum: null, problems: [{ field: 'response', message: 'Solve the sum.' }] });
  expect($('#response, [name="challenge"], [data-with-sum]:not([hidden])')).toHaveLength(0);
  expect($('[role="alert"] a')).toHaveLength(0);
  expect($('[role="alert"]').text()).toContain('Solve the sum.');
});

test('a known author gets the ticket without a sum, and no button that speaks of sums', async () => {
  const $ = await showing({ excused: true });
  expect($('[name="challenge"]').attr('value')).toBe('challenge-id');
  expect($('#response, [name="another"], [name="unable"]')).toHaveLength(0);
  expect($('#sum .hint').text()).toBe('You are known here, so no sum is asked.');
});

test('a problem of a ticket whose sum is not asked points at no field', async () => {
  const $ = await showing({ excused: true, problems: [{ field: 'response', message: 'Post again.' }] });
  expect($('[role="alert"] li').html()).toBe('Post again.');
});

test('the sum alone is what the form holds, in the place that names where a script gets it', async () => {
  for (const excused of [false, true]) {
    const alone = await sumAlone({ ...form, excused });
    const place = (await showing({ excused }))('#reply form [data-sum="/blog/articles/talks/sum"]');
    expect(words(place.html() ?? '')).toBe(words(load(alone, null, false).html()));
    expect(alone).toContain('challenge-id');
  }
});

test('there is room for the sum and for its announcement before it is there', async () => {
  const $ = await showing({ sum: null });
  const rooms = $('#reply form [data-sum], #reply form #sum-news[role="status"]');
  expect(rooms.map((_, room) => $(room).text().trim()).get()).toEqual(['', '']);
  expect(
    $('#reply form [data-with-sum][hidden]')
      .map((_, button) => $(button).attr('name'))
      .get(),
  ).toEqual(['another', 'unable']);
  expect($('#reply script[type="module"]').attr('src')).toBe('/blog/assets/reply.js');
});

function sumAlone(shown: ReplyFormView): Promise<string> {
  const view = fileURLToPath(new URL('../../views/comments/sum.ejs', import.meta.url));
  const options = { strict: true, localsName: 'page', cache: true };
  return new Promise((resolve, reject) => {
    ejs.renderFile(view, { form: shown, language: 'en', t: translatorFor('en').t }, options, (error, sent) =>
      sent === undefined ? reject(error) : resolve(sent),
    );
  });
}
