import { posix } from 'node:path';
import { withoutComments } from './code.ts';
import type { Source } from './sources.ts';

const forms = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require|resolve)\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

/** What a file still imports when it runs: `import type` and `export type` are erased before that. */
export function runtimeImportsOf(source: Source): readonly string[] {
  return importsOf({ ...source, text: source.text.replace(/^\s*(?:import|export) type\b[^;]*;/gm, '') });
}

/** Everything a file imports, type imports too: our files as paths from the root, packages by their names. */
export function importsOf(source: Source): readonly string[] {
  const text = withoutComments(source.text);
  const names = forms.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''));
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(source.path), name) : name));
}
