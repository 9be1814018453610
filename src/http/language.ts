import type { Request, RequestHandler, Response } from 'express';
import { languages } from '../messages/languages.ts';
import { type Translator, translatorFor } from '../messages/translator.ts';
import { cookieAttributes, cookieName, cookieOf } from './cookie.ts';

const nameFor = (req: Request): string => cookieName(req, 'language');
const yearMs = 365 * 24 * 3_600_000;
/** In characters: ten times what browsers send. Each language in it is held against each of ours. */
const longestWish = 1_000;
const tags: readonly string[] = languages.map(({ tag }) => tag);

/**
 * Finds the reader's language: what was chosen here, else what the browser asks for (RFC 9110, 12.5.4), else the
 * site's, a BCP 47 tag. A site may have words for the sum in a language without a catalogue: who asks for that one
 * gets the sum in it, and the pages in English.
 */
export function speak(siteLanguage: string): RequestHandler {
  const offered = [...new Set([siteLanguage, ...tags])];
  return (req, res, next) => {
    const stated = chosen(req) ?? askedFor(req, offered);
    res.locals.statedLanguage = stated;
    res.locals.translator = translatorFor(stated ?? siteLanguage);
    // Templates that are no whole page get it from here; whole pages by their frame.
    res.locals.t = res.locals.translator.t;
    next();
  };
}

/** Says this answer in its reader's language. */
export const translatorOf = (res: Response): Translator => res.locals.translator;

/** The language that the reader stated, by choice or by the browser; undefined where none of ours was. */
export const statedLanguage = (res: Response): string | undefined => res.locals.statedLanguage;

/** BCP 47 tag of the language to write to this reader in, later. */
export const languageOf = (res: Response): string => statedLanguage(res) ?? translatorOf(res).tag;

function chosen(req: Request): string | undefined {
  const tag = cookieOf(req, nameFor(req));
  return tags.find((known) => known === tag);
}

function askedFor(req: Request, offered: readonly string[]): string | undefined {
  const wanted = req.headers['accept-language'];
  // Express takes silence, and "*", for a wish for the first language it was offered.
  if (wanted === undefined || wanted.length > longestWish || /^\s*\*/.test(wanted)) return undefined;
  return req.acceptsLanguages([...offered]) || undefined;
}

/** Keeps the language that was chosen, and leads back to the page it was chosen on. */
export const chooseLanguage: RequestHandler = (req, res) => {
  const tag = tags.find((known) => known === req.body?.language);
  if (tag !== undefined) res.cookie(nameFor(req), tag, { ...cookieAttributes(req), maxAge: yearMs });
  res.redirect(303, wayBack(req));
};

/** A path below our own; an address of any other kind, or elsewhere, is passed over. */
function wayBack(req: Request): string {
  const back: unknown = req.body?.back;
  const isOurs =
    typeof back === 'string' && back.startsWith(`${req.baseUrl}/`) && /^\/(?![/\\])[\x21-\x7e]*$/.test(back);
  return isOurs ? back : `${req.baseUrl}/`;
}

/** The choice at the foot of a page: null for an answer to a form, which has no address to come back to. */
export function languageChoice(req: Request, { tag }: Translator): LanguageChoice | null {
  if (req.method !== 'GET') return null;
  return { action: `${req.baseUrl}/language`, back: req.originalUrl, current: tag, languages };
}

export interface LanguageChoice {
  readonly action: string;
  readonly back: string;
  readonly current: string;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
}
