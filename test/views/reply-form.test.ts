import { describe, expect, test } from '@jest/globals';
import type { ReplyField, ReplyFormView } from '../../src/http/form-view.ts';
import { form } from './form-sample.ts';
import { page, words } from './render.ts';
import { article, hostile } from './samples.ts';

const showing = (changed: Partial<ReplyFormView>) =>
  page('articles/show', { ...article, form: { ...form, ...changed } });

describe('fields', () => {
  test('come in the order people are asked, under the names the server reads', async () => {
    const $ = await showing({});
    const names = $('#reply form [name]').map((_, field) => $(field).attr('name'));
    expect(names.get()).toEqual([
      'parentId',
      'body',
      'author',
      'email',
      'website',
      'remember',
      'subject',
      'challenge',
      'response',
      'preview',
      'another',
      'unable',
    ]);
    expect($('#reply form').attr('action')).toBe('/blog/articles/talks/comments');
    expect($('#reply h2').first().text()).toBe('Leave a Reply');
  });

  test('are each named by a label', async () => {
    const $ = await showing({});
    for (const name of ['body', 'author', 'email', 'website', 'response']) {
      expect($(`label[for="${name}"]`)).toHaveLength(1);
      expect($(`#${name}`).attr('name')).toBe(name);
    }
    expect($('label:has([name="remember"])').text().trim()).toBe('Remember me on this device');
  });

  test('demand only a comment, a name and the result, and cap no text in the browser', async () => {
    const $ = await showing({});
    expect(
      $('#reply [required]')
        .map((_, field) => field.attribs.name)
        .get(),
    ).toEqual(['body', 'author', 'response']);
    expect($('#body').attr('maxlength')).toBeUndefined();
    expect(['author', 'email', 'website'].map((name) => $(`#${name}`).attr('autocomplete'))).toEqual([
      'name',
      'email',
      'url',
    ]);
  });

  test.each(['\n\n two blank lines first', 'plain', `</textarea>${hostile}`, '&amp; <b>bold</b>', ' \ttrailing \n'])(
    'give the text back byte for byte: %j',
    async (body) => {
      const $ = await showing({ body, author: body.trim() });
      expect($('#body').val()).toBe(body);
      expect($('#author').attr('value')).toBe(body.trim());
    },
  );

  test('keep what was typed beside the text', async () => {
    const typed = { email: 'a@b.c', website: 'https://a.b/?c="d"', response: 'null', parentId: 'p1', remember: true };
    const $ = await showing(typed);
    expect($('#email').attr('value')).toBe(typed.email);
    expect($('#website').attr('value')).toBe(typed.website);
    expect($('#response').attr('value')).toBe('null');
    expect($('[name="parentId"]').attr('value')).toBe('p1');
    expect($('[name="remember"]').is('[checked][value="1"]')).toBe(true);
    expect((await showing({}))('[name="remember"]').is('[checked]')).toBe(false);
  });
});

describe('problems', () => {
  const fields: readonly ReplyField[] = ['body', 'author', 'email', 'website', 'response'];

  test('are summed up above the form, each a link to its field', async () => {
    const $ = await showing({ problems: fields.map((field) => ({ field, message: `Mend ${field}.` })) });
    const summary = $('#reply [role="alert"]');
    expect(summary.is('[tabindex="-1"][autofocus]')).toBe(true);
    expect(summary.find('h2').text()).toBe('There is a problem');
    const links = summary.find('a').map((_, link) => $(link).attr('href'));
    expect(links.get()).toEqual(fields.map((field) => `#${field}`));
    expect(summary.nextAll('form')).toHaveLength(1);
  });

  test.each(fields)('mark %s and describe it by its sentences, the hint kept', async (field) => {
    const problems = [
      { field, message: 'Mend it.' },
      { field, message: `Also <${hostile}>.` },
    ];
    const $ = await showing({ problems });
    expect($('[aria-invalid="true"]').attr('id')).toBe(field);
    const described = $(`#${field}`).attr('aria-describedby')?.split(' ') ?? [];
    expect(described).toEqual(field === 'response' ? ['response-problem', 'response-hint'] : [`${field}-problem`]);
    expect(words($(`#${field}-problem`).text())).toBe(`Mend it. Also <${hostile}>.`);
    for (const id of described) expect($(`[id="${id}"]`)).toHaveLength(1);
  });

  test('without a field are plain sentences', async () => {
    const $ = await showing({ problems: [{ field: null, message: 'Allow cookies.' }] });
    expect($('[role="alert"] li').html()).toBe('Allow cookies.');
    expect($('[aria-invalid]')).toHaveLength(0);
  });

  test('that are not there leave no trace', async () => {
    const $ = await showing({});
    expect($('[role="alert"], [aria-invalid], .problem, .field-wrong')).toHaveLength(0);
  });
});

describe('notes', () => {
  test('say whose comment is answered and how to stop', async () => {
    const $ = await showing({
      replyingTo: { name: hostile, url: '#comment-c1', cancelUrl: '/blog/articles/talks#reply' },
    });
    expect($('.replying-to bdi').text()).toBe(hostile);
    expect(
      $('.replying-to a')
        .map((_, link) => link.attribs.href)
        .get(),
    ).toEqual(['#comment-c1', '/blog/articles/talks#reply']);
  });

  test('that are no error are a status', async () => {
    expect((await showing({ notice: 'One more step.' }))('#reply .notice[role="status"]').text()).toBe(
      'One more step.',
    );
  });

  test('tell that a text which could not be saved is safe, above the form that holds it', async () => {
    const fields = { form: { ...form, body: '\nmine' }, article: { title: hostile, url: '/blog/articles/talks' } };
    const $ = await page('comments/retry', fields);
    expect($('main').text()).toContain('Your reply could not be saved just now. Nothing is lost.');
    expect($('#body').val()).toBe('\nmine');
    expect($('main a').first().text()).toBe(hostile);
  });
});
