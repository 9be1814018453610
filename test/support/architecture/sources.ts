import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the repository: its path from the root, with slashes, and what it says. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every file below the `folders` of `root` whose name ends in one of `endings`, in order of path. */
export function readSources(root: string, folders: readonly string[], endings: readonly string[]): readonly Source[] {
  const entries = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  );
  return entries
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The sources below a folder such as `src/http`. */
export function below(sources: readonly Source[], folder: string): readonly Source[] {
  return sources.filter((source) => source.path.startsWith(`${folder}/`));
}
