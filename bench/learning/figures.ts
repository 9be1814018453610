import type { Outcome } from './trial.ts';

/** What counts: of what was held so much was spam, of all spam so much was held, and the honest ones among the held. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly wronglyHeld: number;
  readonly honest: number;
}

export function figuresOf({ results }: Pick<Outcome, 'results'>): Figures {
  const held = results.filter((result) => result.held);
  const spam = results.filter(({ comment }) => comment.label === 'spam');
  const caught = held.filter(({ comment }) => comment.label === 'spam').length;
  return {
    precision: held.length === 0 ? 0 : caught / held.length,
    recall: spam.length === 0 ? 0 : caught / spam.length,
    wronglyHeld: held.length - caught,
    honest: results.length - spam.length,
  };
}

/** Below these, something is wrong with the filter. */
const leastPrecision = 0.95;
const leastRecall = 0.5;

export function conclude(outcome: Outcome, sockets: number): { readonly sentence: string; readonly code: number } {
  const { precision, recall } = figuresOf(outcome);
  if (sockets > 0) return { sentence: 'Failed: something spoke to the network.', code: 1 };
  if (precision < leastPrecision) return { sentence: `Failed: precision below ${leastPrecision}.`, code: 1 };
  if (recall < leastRecall) return { sentence: `Failed: recall below ${leastRecall}.`, code: 1 };
  return { sentence: 'The filter holds what it should, and speaks to nobody.', code: 0 };
}

/** Tables of Markdown: the figures, then the kinds of comments. */
export function tableOf(outcome: Outcome): string {
  const { precision, recall, wronglyHeld, honest } = figuresOf(outcome);
  const { learned, tokens, microseconds, results } = outcome;
  const lines = [
    ['learned from', `${learned.spam} spam, ${learned.honest} honest`],
    ['asked about, later ones', `${results.length - honest} spam, ${honest} honest`],
    ['precision', precision.toFixed(3)],
    ['recall', recall.toFixed(3)],
    ['honest comments held', `${wronglyHeld} of ${honest}`],
    ['words and other tokens known', String(tokens)],
    ['a classification', `${Math.round(microseconds)} µs`],
  ];
  return `${table(['figure', 'value'], lines)}\n${table(['kind', 'label', 'asked about', 'held'], kindsOf(outcome))}`;
}

function kindsOf({ results }: Outcome): readonly (readonly string[])[] {
  const kinds = Map.groupBy(results, ({ comment }) => `${comment.kind}|${comment.label}`);
  return [...kinds]
    .map(([kind, its]) => [...kind.split('|'), String(its.length), String(its.filter(({ held }) => held).length)])
    .toSorted((one, other) => (`${one[1]} ${one[0]}` < `${other[1]} ${other[0]}` ? -1 : 1));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}
