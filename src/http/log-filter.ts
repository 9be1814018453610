import type { LogFilter } from '../comments/decision.ts';
import { cursorOf } from './id.ts';
import type { Pair } from './pairs.ts';
import type { Given } from './queue-filter.ts';

/** Whose decisions, and on which comment, as an address or a form says it; ids that are none are left out. */
export const logFilterOf = (given: Given): LogFilter => ({
  moderatorId: cursorOf(given?.by),
  commentId: cursorOf(given?.comment),
});

export const logPairsOf = ({ moderatorId, commentId }: LogFilter): readonly Pair[] => [
  ...(moderatorId === null ? [] : [['by', moderatorId] as const]),
  ...(commentId === null ? [] : [['comment', commentId] as const]),
];
