import { basename } from 'node:path';
import type { Article } from './article.ts';
import { readArticle } from './read.ts';

/** The part of a pino logger that is used here. */
export interface ArticleLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** The articles in memory, each filled from its file. */
export class Shelf {
  readonly #articles = new Map<string, Article>();
  readonly #log: ArticleLog;
  #newestFirst: readonly Article[] | undefined;

  constructor(log: ArticleLog) {
    this.#log = log;
  }

  list(): readonly Article[] {
    this.#newestFirst ??= Object.freeze([...this.#articles.values()].sort(byDateThenSlug));
    return this.#newestFirst;
  }

  find(slug: string): Article | undefined {
    return this.#articles.get(slug);
  }

  /** Reads the file; one that cannot be read is told to the log, and its last good version stays. */
  async put(path: string): Promise<void> {
    const file = basename(path);
    const slug = basename(path, '.md');
    if (!/^[a-z0-9-]+$/.test(slug)) {
      this.#log.warn({ file }, `Skipped ${file}: name it with lower-case letters, digits and hyphens only`);
      return;
    }
    const reading = await readArticle(slug, path);
    if ('article' in reading) this.#keep(reading.article);
    else this.#tell(file, reading.problem, this.#articles.has(slug));
  }

  /** Forgets what the file held. */
  remove(path: string): void {
    const slug = basename(path, '.md');
    if (!this.#articles.delete(slug)) return;
    this.#newestFirst = undefined;
    this.#log.info({ article: slug }, 'Article removed');
  }

  #keep(article: Article): void {
    this.#articles.set(article.slug, article);
    this.#newestFirst = undefined;
    this.#log.info({ article: article.slug }, 'Article read');
  }

  #tell(file: string, problem: string, wasGood: boolean): void {
    const instead = wasGood ? 'its last good version stays published' : 'it is not published';
    this.#log.warn({ file }, `Cannot use ${file}: ${problem}; ${instead}`);
  }
}

function byDateThenSlug(a: Article, b: Article): number {
  return b.date.localeCompare(a.date) || a.slug.localeCompare(b.slug);
}
