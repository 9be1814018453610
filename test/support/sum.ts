import { load } from 'cheerio';

/** A sum as a person meets it on a page, solved as a person would. */
export interface SolvedSum {
  /** What the label shows: "four − 4 =". */
  readonly question: string;
  readonly right: string;
  readonly wrong: string;
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const numbers = new Map(words.split(' ').map((word, value) => [word, value]));

/** Reads the label of `response` and solves it; undefined when the page asks none, or none in English. */
export function solveSum(html: string): SolvedSum | undefined {
  const $ = load(html);
  const id = $('input[name=response]').attr('id');
  const label = id === undefined ? $([]) : $(`label[for="${id}"]:is(:not([lang]), [lang=en])`).clone();
  label.find('.visually-hidden').remove();
  const question = label.text().replace(/\s+/g, ' ').trim();
  return question === '' ? undefined : { question, ...solve(question) };
}

function solve(question: string): { readonly right: string; readonly wrong: string } {
  const [left, operator, right, equals] = question.split(' ');
  const result = { '+': number(left) + number(right), '−': number(left) - number(right) }[operator ?? ''];
  if (result === undefined || equals !== '=') throw new Error(`Not a sum a person could read: ${question}`);
  return { right: String(result), wrong: String(result + 1) };
}

function number(token = ''): number {
  const value = numbers.get(token) ?? (/^\d+$/.test(token) ? Number(token) : undefined);
  if (value === undefined) throw new Error(`Not a number a person could read: ${token}`);
  return value;
}
