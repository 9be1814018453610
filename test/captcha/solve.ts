import type { Prompt } from '../../src/captcha/wording.ts';
import { plainPrompt } from '../../src/captcha/wording.ts';
import { en } from '../../src/captcha/words/en.ts';

/** Every number from 0 to 20 that solves the sum, found by trying, as a person would check: knows only what is shown. */
export function solutionsOf(prompt: Prompt): readonly number[] {
  const shown = plainPrompt(prompt);
  const asked = shown.includes('?') ? shown : `${shown} ?`;
  return candidates.filter((candidate) => holds(asked.replace('?', String(candidate)).split(' ')));
}

const candidates = Array.from({ length: 21 }, (_, number) => number);

function holds([left = '', sign = '', right = '', equals, result = '', ...rest]: readonly string[]): boolean {
  if (equals !== '=' || rest.length > 0) return false;
  return calculate(read(left), sign, read(right)) === read(result);
}

function calculate(left: number, sign: string, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '−') return left - right;
  return sign === '×' ? left * right : Number.NaN;
}

function read(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : en.numbers.indexOf(text);
}
