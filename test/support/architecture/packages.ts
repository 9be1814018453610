import { importsOf } from './imports.ts';
import type { Source } from './sources.ts';

/** The packages only some may know, and who: a file, or a folder by its slash at the end. */
const keepers: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src/store/sqlite.ts'],
  pg: ['src/store/postgres.ts'],
  kysely: ['src/store/'],
  'sanitize-html': ['src/comments/markup.ts'],
  'intl-messageformat': ['src/messages/translator.ts'],
  nodemailer: ['src/notify/email.ts'],
  'prom-client': ['src/http/metrics.ts'],
  parse5: ['src/testing/page.ts'],
  express: ['src/http/', 'src/server.ts', 'src/assemble.ts', 'src/index.ts', 'src/captcha/index.ts'],
};

/** Complaints about packages imported outside the few files that may know them. */
export function packageComplaints(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .map((name) => Object.keys(keepers).find((kept) => name === kept || name.startsWith(`${kept}/`)))
      .filter((kept) => kept !== undefined)
      .filter((kept) => !keepers[kept]?.some((keeper) => isAt(source.path, keeper)))
      .map((kept) => `${source.path} imports ${kept}: only ${keepers[kept]?.join(', ')} may`),
  );
}

function isAt(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}
