import { codeOf } from './code.ts';
import type { Source } from './sources.ts';

const longest = 150;
const nameless = /^(?:utils?|helpers?|common|misc|types)(?:\.|$)/i;

/** Complaints about files that are too long or have no name yet, and about default exports. */
export function shapeComplaints(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => [...tooLong(source), ...unnamed(source), ...defaultExport(source)]);
}

function tooLong({ path, text }: Source): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > longest ? [`${path} has ${lines} lines: ${longest} is the most`] : [];
}

function unnamed({ path }: Source): readonly string[] {
  const part = path.split('/').find((name) => nameless.test(name));
  return part ? [`${path}: ${part} says nothing about what is in it`] : [];
}

function defaultExport({ path, text }: Source): readonly string[] {
  // Jest takes a reporter by its default export only; a declaration file describes what others export.
  if (path === 'test/support/summary.ts' || path.endsWith('.d.ts')) return [];
  return /\bexport\s+default\b|\bas\s+default\b/.test(codeOf(text)) ? [`${path} has a default export`] : [];
}

/** Complaints about anything in src/index.ts that is not passed on from another file. */
export function indexComplaints(sources: readonly Source[]): readonly string[] {
  const index = sources.find((source) => source.path === 'src/index.ts');
  const statements = codeOf(index?.text ?? '')
    .split(';')
    .map((statement) => statement.trim());
  return statements
    .filter((statement) => statement !== '' && !/^export\b[^=]*\bfrom\s*''$/.test(statement))
    .map((statement) => `src/index.ts says "${statement.split('\n')[0]}": it only passes on what other files export`);
}
