import type { Site, SiteOptions } from './site.ts';

/** One line of the table: what an attacker did, what came of it, and what may have. */
export interface Row {
  readonly level: string;
  readonly did: string;
  /** Comments published and held; for crawlers, what they made us keep. */
  readonly outcome: string;
  readonly limit: string;
  /** Null where the attack was left out. */
  readonly holds: boolean | null;
}

/** What every level is given. */
export interface Arena {
  /** Fewer requests, the same limits. */
  readonly short: boolean;
  /** Null: SQLite files. */
  readonly database: string | null;
  readonly processes: number;
  /** A whole number from 0 to `below` − 1, by the seed of this run. */
  readonly draw: (below: number) => number;
  /** Opens a site, which is closed when `attack` is done with it. */
  on<Result>(options: SiteOptions, attack: (site: Site) => Promise<Result>): Promise<Result>;
}

export type Level = (arena: Arena) => Promise<readonly Row[]>;

export const comments = (article: string): string => `${article}/comments`;

/** Counts what is published and held on the site, and holds it to a limit. */
export async function rowOf(
  site: Site,
  told: { readonly level: string; readonly did: string; readonly limit: string },
  holds: (published: number, held: number) => boolean,
): Promise<Row> {
  const { published, held } = await site.census.comments();
  return { ...told, outcome: `P ${published}, H ${held}`, holds: holds(published, held) };
}
