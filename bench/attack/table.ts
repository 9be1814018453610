import type { Row } from './level.ts';

/** One line of Markdown. */
export const lineOf = ({ level, did, outcome, limit, holds }: Row): string =>
  `| ${level} | ${did} | ${outcome} | ${limit} | ${holds === null ? '–' : holds ? 'ok' : 'BREACH'} |\n`;

/** The last line, and the exit code: 1 as soon as one limit did not hold. Nothing played is no success either. */
export function conclude(rows: readonly Row[]): { readonly sentence: string; readonly code: number } {
  const held = rows.filter(({ holds }) => holds === true).length;
  const breached = rows.filter(({ holds }) => holds === false).length;
  return { sentence: `${held} attacks held, ${breached} breached`, code: breached > 0 || held === 0 ? 1 : 0 };
}
