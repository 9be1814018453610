import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** To its author, what a rule filed as spam waits like any other comment, until a moderator decides on it. */
export function undecided({ eb, or }: ExpressionBuilder<Schema, 'comments'>) {
  return or([eb('status', '<>', 'spam'), eb('decided_at', 'is', null)]);
}
