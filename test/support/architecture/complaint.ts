import type { Source } from './sources.ts';

/** A rule of the architecture: sources in, one sentence for each breach out. */
export type Rule = (sources: readonly Source[]) => readonly string[];

/** A file made up to try a rule on. */
export function file(path: string, text: string): Source {
  return { path, text };
}

/** How often a rule complains about a file of this path and text. */
export function complaints(rule: Rule, path: string, text: string): number {
  return rule([file(path, text)]).length;
}
