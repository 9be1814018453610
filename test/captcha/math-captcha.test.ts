import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import request from 'supertest';
import { hostOf, read, visit } from './host.ts';
import { seeded } from './seeded.ts';

describe('the form', () => {
  test('a visitor who solves the sum gets through, once', async () => {
    const { agent, challenge, response } = await visit();
    await agent.post('/contact').type('form').send({ challenge, response }).expect(200, 'Thank you.');
    const again = await agent.post('/contact').type('form').send({ challenge, response }).expect(422);
    expect(again.get('Outcome')).toBe('unknown');
  });

  test('a wrong answer brings a new sum that can be solved', async () => {
    const { agent, challenge } = await visit();
    const first = await agent
      .post('/contact')
      .type('form')
      .send({ challenge, response: '21', name: 'Ann' })
      .expect(422);
    expect([first.get('Outcome'), first.text.includes('value="Ann"')]).toEqual(['wrong', true]);
    const next = read(first.text);
    expect(next.challenge).not.toBe(challenge);
    const sum = { challenge: next.challenge, response: next.response };
    await agent.post('/contact').type('form').send(sum).expect(200);
  });

  test('the field is a real label and a plain text input', async () => {
    const { input, label } = await visit({ randomInt: seeded(1) });
    expect(label.attr()).toEqual({ for: input.attr('id'), lang: 'en', dir: 'ltr' });
    const { id, ...attributes } = input.attr() ?? {};
    expect(id).toMatch(/^response-/);
    expect(attributes).toEqual({
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: '64',
      required: '',
      name: 'response',
    });
  });

  test('the hidden id is not restored by browsers', async () => {
    const { text } = await request(hostOf()).get('/contact');
    expect(load(text)('input[name=challenge]').attr()).toMatchObject({ type: 'hidden', autocomplete: 'off' });
  });

  test('the answer is neither in the page nor in a header', async () => {
    // 17, asked as "seventeen − 0" or the like: the digits of it would be seen.
    const falls = [17, 1, 3, 2];
    const randomInt = () => falls.shift() ?? 0;
    const { text, headers } = await request(hostOf({ randomInt })).get('/contact');
    const seen = (
      text + JSON.stringify({ ...headers, 'set-cookie': '', date: '', etag: '', 'content-length': '' })
    ).replace(/value="[^"]*"|-[\w-]{22}"/g, '');
    expect(seen).toContain('twenty');
    expect(seen).not.toMatch(/17|seventeen/);
  });

  test('field names can be chosen', async () => {
    const agent = request.agent(hostOf({ fields: { challenge: 'sum', response: 'result' }, randomInt: () => 0 }));
    const $ = load((await agent.get('/contact')).text);
    const sum = $('input[name=sum]').val();
    await agent.post('/contact').type('form').send({ sum, result: 'zero' }).expect(200);
  });
});
