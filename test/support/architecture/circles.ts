import { runtimeImportsOf } from './imports.ts';
import type { Source } from './sources.ts';

/** Complaints about files that import one another in a circle when they run; one for each circle met. */
export function circleComplaints(sources: readonly Source[]): readonly string[] {
  const arrows = new Map(sources.map((source) => [source.path, runtimeImportsOf(source)]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [`circle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`];
    if (done.has(path)) return [];
    const found = (arrows.get(path) ?? []).flatMap((next) => walk(next, [...trail, path]));
    done.add(path);
    return found;
  };
  return sources.flatMap((source) => walk(source.path, []));
}
