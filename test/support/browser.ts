import { type Cheerio, type CheerioAPI, load } from 'cheerio';
import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { readSum } from '../../src/testing/index.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A page as one person's browser has it. */
export interface Shown {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly $: CheerioAPI;
  /** The reply form as it stands, with the right answer filled in. */
  readonly reply: Fields;
}

export type Browser = ReturnType<typeof openBrowser>;

/** A browser without JavaScript: keeps cookies, sends the fields of the form it was shown, says where it comes from when `origin` is given. */
export function openBrowser(app: Express, headers: Readonly<Record<string, string>> = {}) {
  const agent = request.agent(app).set(headers);

  async function open(path: string): Promise<Shown> {
    return shown(await agent.get(path));
  }

  /** Sends a form of a page: all its fields as they stand, changed by `fields`. */
  async function submit(page: Shown, form: string, fields: Fields = {}): Promise<Shown> {
    const chosen = page.$(form);
    if (chosen.length !== 1) throw new Error(`The page has ${chosen.length} forms ${form}`);
    return post(chosen.attr('action') ?? '', { ...fieldsOf(page.$, chosen), ...fields });
  }

  async function post(path: string, fields: Fields): Promise<Shown> {
    return shown(await agent.post(path).type('form').send(encode(fields)));
  }

  return { agent, open, submit, post };
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

function shown(response: Response): Shown {
  const html = response.text ?? '';
  const $ = load(html);
  const solved = readSum(html);
  const reply = { ...fieldsOf($, $('form[action$="/comments"]')), ...(solved && { response: solved.right }) };
  return { status: response.status, headers: response.headers, html, $, reply };
}

/** What a browser would send: a textarea loses the first newline of its markup, an unticked box sends nothing. */
// biome-ignore lint/suspicious/noExplicitAny: cheerio's node type is not exported
function fieldsOf($: CheerioAPI, form: Cheerio<any>): Record<string, string> {
  const fields: Record<string, string> = {};
  form.find('input[name], textarea[name], select[name]').each((_at, element) => {
    const field = $(element);
    const name = field.attr('name') ?? '';
    if (field.is('[type=checkbox], [type=radio]') && field.attr('checked') === undefined) return;
    if (field.is('textarea')) fields[name] = field.text();
    else fields[name] = (field.is('select') ? field.find('option[selected]') : field).attr('value') ?? '';
  });
  return fields;
}
