import { describe, expect, test } from '@jest/globals';
import { createChallenge, judge } from '../../src/captcha/challenge.ts';
import { fieldsHtml } from '../../src/captcha/fields-html.ts';
import type { Blank } from '../../src/captcha/sums.ts';
import { languages } from '../../src/captcha/words/index.ts';
import { readSum } from '../../src/testing/index.ts';
import { seeded } from '../captcha/seeded.ts';

const form = { session: 'visit', purpose: 'form' };
const times = { issuedAt: 0, lifetimeMs: 1_000 };

describe.each(languages.map((words) => [words.language, words] as const))('%s', (_language, words) => {
  test.each<Blank>(['result', 'any'])('every sum is read and solved, with the blank at %s', (blank) => {
    for (let seed = 0; seed < 150; seed += 1) {
      const asked = { id: 'x'.repeat(22), ...form, ...times, words, operations: ['+', '−', '×'] as const, blank };
      const challenge = createChallenge(asked, seeded(seed));
      const sum = readSum(`<main lang="en">${fieldsHtml(challenge, { challenge: 'a', response: 'b' })}</main>`, {
        challenge: 'a',
        response: 'b',
      });
      const attempt = { ...form, now: 1, minThinkMs: 0 };
      expect([sum?.question, judge(challenge, { ...attempt, response: sum?.right }).outcome]).toEqual([
        sum?.question,
        'passed',
      ]);
      expect(judge(challenge, { ...attempt, response: sum?.wrong }).outcome).toBe('wrong');
      expect(sum?.challenge).toBe(challenge.id);
    }
  });
});

describe('readSum', () => {
  const page = (label: string, more = ''): string =>
    `<form><label for="x"${more}>${label}</label><input id="x" name="response"><input type="hidden" name="challenge" value="id"></form>`;

  test('sees what eyes see', () => {
    const label = 'four <span aria-hidden="true">−</span><span class="a visually-hidden"> minus </span> 4 =';
    expect(readSum(page(label))).toEqual({ question: 'four − 4 =', challenge: 'id', right: '0', wrong: '1' });
  });

  test('goes by the nearest language that is named, and always knows English', () => {
    expect(readSum(`<html lang="de">${page('vier − four =')}</html>`)?.right).toBe('0');
    expect(readSum(`<html lang="en">${page('vier − 4 =', ' lang="de-AT"')}</html>`)?.right).toBe('0');
  });

  test.each([
    ['four 4', '"four 4" is no sum'],
    ['four − acht =', 'in the language "en"'],
    ['four − 4 = 0', 'is no sum'],
    ['? − ? = 3', 'is no sum'],
  ])('what is no sum is quoted: %s', (label, message) => {
    expect(() => readSum(page(label))).toThrow(message);
  });

  test.each(['', ' id="y"'])('a field without a label of its own is told: <input%s>', (id) => {
    const fields = `<input name="response"${id}><input type="hidden" name="challenge" value="id">`;
    expect(() => readSum(`<label>four − 4 = <input></label>${fields}`)).toThrow('has no label that asks a sum');
  });

  test('a page that lacks a field asks no sum', () => {
    expect(readSum('<label for="x">four − 4 =</label><input id="x" name="response">')).toBeUndefined();
    expect(readSum('<input type="hidden" name="challenge" value="id">')).toBeUndefined();
    expect(readSum('<input type="hidden" name="response" value="4"><input name="challenge">')).toBeUndefined();
    expect(readSum('<p>No form here</p>')).toBeUndefined();
    expect(readSum('')).toBeUndefined();
  });
});
