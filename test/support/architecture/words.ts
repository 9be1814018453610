import { codeOf } from './code.ts';
import { importsOf } from './imports.ts';
import type { Source } from './sources.ts';

/** Where the clock and the dice come from: the hosts, and the defaults of what others mount. */
const roots = ['src/cli.ts', 'src/server.ts', 'src/assemble.ts', 'src/captcha/options.ts'];
// `address.process()` is somebody's method, `globalThis.process` is not.
const theProcess = /(?<!(?<!\bglobal(?:This)?)\.)\bprocess\b/;
const clocks = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/g;

/** Complaints about source files that reach for the process, the clock or the dice by themselves. */
export function wordComplaints(sources: readonly Source[]): readonly string[] {
  return sources.flatMap((source) => [...processComplaints(source), ...clockComplaints(source)]);
}

function processComplaints(source: Source): readonly string[] {
  const imported = importsOf(source).some((name) => /^(?:node:)?process$/.test(name));
  const said = imported || theProcess.test(codeOf(source.text));
  return said && source.path !== 'src/cli.ts' ? [`${source.path} says process: only src/cli.ts does`] : [];
}

function clockComplaints(source: Source): readonly string[] {
  if (roots.includes(source.path)) return [];
  const said = codeOf(source.text).match(clocks) ?? [];
  return said.map((word) => `${source.path} says ${word}: time and randomness come in through parameters`);
}

/** Complaints about tests that are skipped, singled out or still to be written, and about mocked modules. */
export function testComplaints(tests: readonly Source[]): readonly string[] {
  const words = /\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(|\bjest\.\w*mock\w*\(/gi;
  return tests.flatMap((source) =>
    (codeOf(source.text).match(words) ?? []).map(
      (word) => `${source.path} says ${word}: every test runs, on our own code`,
    ),
  );
}
