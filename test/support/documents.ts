import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** Every page that people read, by its path from the top of the checkout. */
export const documents = ['*.md', 'docs/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: checkout })).toSorted();

/** The text of a file, its path given from the top of the checkout. */
export const textOf = (path: string): string => readFileSync(`${checkout}/${path}`, 'utf8');

/** What stands below a heading of the second level, up to the next one. */
export function sectionOf(path: string, heading: string): string {
  const [, section = ''] = textOf(path).split(`\n## ${heading}\n`);
  return section.split('\n## ')[0] ?? '';
}
