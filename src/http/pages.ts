import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Express, Request, Response } from 'express';
import type { Keyed } from './address.ts';
import { csrfTokenOf } from './csrf.ts';
import { languageChoice, translatorOf } from './language.ts';
import type { Frame } from './view.ts';

/** The package's own folders beside `src` (or `dist`). */
const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
export const assetsFolder = folder('public');

/** Compiled templates are kept for good: the files belong to the release. `page` is all a template can see. */
export function useTemplates(app: Express): void {
  app.engine('ejs', (path, data, done) => {
    ejs.renderFile(path, data, { strict: true, localsName: 'page', cache: true }, done);
  });
  app.set('view engine', 'ejs');
  app.set('views', folder('views'));
  app.enable('view cache');
}

export interface PageOptions {
  readonly siteName: string;
  readonly keyed: Keyed;
}

/** A link in the head of a page, for programs. */
export interface HeadLink {
  readonly rel: 'prev' | 'next' | 'alternate';
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
}

/** Fields of the frame that a route decides itself. */
export interface Shown {
  readonly view: string;
  readonly title: string;
  /** Something is to be mended, which the title says first. */
  readonly wrong?: boolean;
  readonly status?: number;
  readonly links?: readonly HeadLink[];
}

export type ShowPage = <Fields extends object>(req: Request, res: Response, shown: Shown, fields: Fields) => void;

/** Renders a view inside the layout. The fields are named by the caller; request data is never spread into them. */
export function createPages({ siteName, keyed }: PageOptions): ShowPage {
  const version = createHash('sha256')
    .update(readFileSync(`${assetsFolder}/site.css`))
    .digest('base64url')
    .slice(0, 10);
  return (req, res, { view, title, wrong = false, status = 200, links = [] }, fields) => {
    const { tag, direction, t, around } = translatorOf(res);
    res.vary('Accept-Language, Cookie').set('Content-Language', tag);
    const frame: Frame = {
      view,
      title: t('page.title', { title: wrong ? t('page.error', { title }) : title, site: siteName }),
      siteName,
      base: req.baseUrl,
      language: tag,
      direction,
      t,
      around,
      languageChoice: status < 400 ? languageChoice(req, translatorOf(res)) : null,
      stylesheet: `${req.baseUrl}/assets/site.css?v=${version}`,
      links,
      moderator: res.locals.moderator ?? null,
      csrf: req.session?.moderatorId || req.session?.signingIn ? csrfTokenOf(req, keyed) : '',
    };
    res.status(status).render('layout', { ...fields, ...frame });
  };
}
