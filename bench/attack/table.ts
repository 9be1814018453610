import type { Row } from './level.ts';

/** One line of Markdown. */
export const lineOf = ({ level, did, outcome, limit, holds }: Row): string =>
  `| ${level} | ${did} | ${outcome} | ${limit} | ${holds ? 'ok' : 'BREACH'} |\n`;

/** The last line, and the exit code: 1 as soon as one limit did not hold. Nothing played is no success either. */
export function conclude(rows: readonly Row[]): { readonly sentence: string; readonly code: number } {
  const breached = rows.filter(({ holds }) => !holds).length;
  const sentence = `${rows.length - breached} attacks held, ${breached} breached`;
  return { sentence, code: breached > 0 || rows.length === 0 ? 1 : 0 };
}
