import { writeSync } from 'node:fs';
import { chromiumMissing, chromiumPath } from './chromium.ts';

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that broke before or outside any test. */
  readonly numRuntimeErrorTestSuites: number;
}

/** Ends the output of Jest with what was left out, and why, and with the line `N passed, N failed`. */
export default class SummaryReporter {
  readonly #partial: boolean;

  constructor(config: { readonly nonFlagArgs: readonly string[] }) {
    this.#partial = config.nonFlagArgs.length > 0;
  }

  /** Called by Jest; Jest's own summary comes after it, hence the wait for the end of the process. */
  onRunComplete(_contexts: unknown, counts: Counts): void {
    const lines = this.#partial ? [] : leftOutLines(process.env.TEST_DATABASE_URL, chromiumPath);
    process.once('exit', () => writeSync(1, [...lines, countLine(counts), ''].join('\n')));
  }
}

/** One line naming what a whole run leaves out on this machine and how to have it; nothing when that is nothing. */
export function leftOutLines(databaseUrl: string | undefined, chromium: string | null): readonly string[] {
  const parts = [
    ...(databaseUrl ? [] : ['PostgreSQL (TEST_DATABASE_URL is not set)']),
    ...(chromium ? [] : [`browser (${chromiumMissing})`]),
    'the packed package (npm run test:package)',
  ];
  return [`Left out: ${parts.join('; ')}`];
}

/** `N passed, N failed`; a test file that broke counts as one failure, for its tests never ran. */
export function countLine(counts: Counts): string {
  return `${counts.numPassedTests} passed, ${counts.numFailedTests + counts.numRuntimeErrorTestSuites} failed`;
}
