import { fileURLToPath } from 'node:url';
import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio';
import ejs from 'ejs';
import type { Frame } from '../../src/http/view.ts';
import { translatorFor } from '../../src/messages/translator.ts';

const layout = fileURLToPath(new URL('../../views/layout.ejs', import.meta.url));

const { t, around, direction } = translatorFor('en');

const visitorFrame: Omit<Frame, 'view'> = {
  title: 'A page – The Letter',
  siteName: 'The Letter',
  base: '/blog',
  language: 'en',
  languageChoice: null,
  direction,
  t,
  around,
  stylesheet: '/blog/assets/site.css?v=1',
  links: [],
  moderator: null,
  csrf: '',
};

/** The frame as a signed-in moderator gets it. */
export const moderatorFrame: Partial<Frame> = {
  moderator: { email: 'ann@example.org', name: 'Ann', role: 'owner', pending: 3, erasures: 0 },
  csrf: 'csrf-token',
};

/** Renders a view inside the layout as the server does; gives the HTML as sent. */
export function html<View extends object>(view: string, fields: View, frame: Partial<Frame> = {}): Promise<string> {
  const page = { ...visitorFrame, ...frame, view, ...fields };
  return new Promise((resolve, reject) => {
    ejs.renderFile(layout, page, { strict: true, localsName: 'page', cache: true }, (error, sent) => {
      if (error || sent === undefined) reject(error);
      else resolve(sent);
    });
  });
}

/** The same, read as a browser reads it. */
export async function page<View extends object>(
  view: string,
  fields: View,
  frame: Partial<Frame> = {},
): Promise<CheerioAPI> {
  return load(await html(view, fields, frame));
}

/** Text as people meet it: blanks folded. */
export function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
