import { readNumber } from '../captcha/answer.ts';
import { wordsFor } from '../captcha/words/index.ts';

/**
 * "four − 4 =", "7 + ? = nine": the number that is missing. Number words may hold blanks, so the signs part them.
 * @throws Error when it is no sum that a person could read.
 */
export function solve(question: string, language: string): number {
  const [, left = '', sign = '', right = '', result = ''] = /^(.+?) ([+−×]) (.+?) =(?: (.+))?$/u.exec(question) ?? [];
  const read = (text: string): number | null => readNumber(text, [wordsFor(language), wordsFor('en')]);
  const answer = missing(sign, isAsked(left) ? null : read(left), isAsked(right) ? null : read(right), read(result));
  const asked = [left, right, result].filter(isAsked).length;
  if (asked !== 1 || answer === null)
    throw new Error(`"${question}" is no sum that a person could read in the language "${language}".`);
  return answer;
}

/** Where nothing stands after "=", the result is asked. */
const isAsked = (text: string): boolean => text === '?' || text === '';

function missing(sign: string, left: number | null, right: number | null, result: number | null): number | null {
  if (left !== null && right !== null) return forward(sign, left, right);
  if (result === null) return null;
  if (left !== null) return whole(sign === '×' ? result / left : sign === '+' ? result - left : left - result);
  if (right !== null) return whole(sign === '×' ? result / right : sign === '+' ? result - right : result + right);
  return null;
}

function forward(sign: string, left: number, right: number): number | null {
  return sign === '×' ? left * right : sign === '+' ? left + right : left - right;
}

const whole = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);
