import { expect, test } from '@jest/globals';
import type { Prompt } from '../../src/captcha/index.ts';
import { promptHtml } from '../../src/captcha/index.ts';
import { challengeOf } from './samples.ts';

const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

test('signs for eyes, words for ears, and the text of both reads in order', () => {
  const html = promptHtml(challengeOf().prompt);
  expect(html).toBe('four <span aria-hidden="true">−</span> <span class="visually-hidden">minus</span> 4 =');
  expect(textOf(html)).toBe('four − minus 4 =');
});

test('a blank is a sign and a word too', () => {
  expect(textOf(promptHtml([{ kind: 'blank', word: 'what number' }]))).toBe('? what number');
});

test('every piece is escaped', () => {
  const nasty = `<b title="x" id='y'>&amp;`;
  const prompt: Prompt = [
    { kind: 'number', text: nasty },
    { kind: 'operator', glyph: nasty, word: nasty },
    { kind: 'blank', word: nasty },
  ];
  const html = promptHtml(prompt).replace(/<\/?span( aria-hidden="true"| class="visually-hidden")?>/g, '');
  expect(html).not.toMatch(/[<>"']|&(?!#\d+;)/);
  expect(html.match(/&#60;b/g)).toHaveLength(4);
});
